package mainline.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An errand that is not done yet.
 *
 * @param name of its kind
 * @param attempts how often it was tried in vain
 * @param error what went wrong last; null before that
 * @param next when it is tried again; null when it was given up
 */
public record WaitingErrand(
        String name,
        String id,
        int attempts,
        @Nullable String error,
        @Nullable Instant next) {}
