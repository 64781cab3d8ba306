package mainline.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A letter that has not arrived.
 *
 * @param error what the mail server said last; null before the first attempt
 * @param next when it is tried again; null when it was given up
 */
public record Unsent(
        long id,
        String to,
        String subject,
        @Nullable String error,
        @Nullable Instant next) {}
