package mainline.discussion;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Part of a threaded discussion.
 *
 * @param subject itself, of kind COMMENT
 * @param about the object it stands under
 * @param replyTo the number of the comment it answers
 * @param text Markdown as written; empty when it was removed
 * @param version 1 for the first, counted up by every edit
 */
public record Comment(
        Subject subject,
        Subject about,
        @Nullable Long replyTo,
        PersonId author,
        String text,
        int version,
        Instant written,
        Instant changed,
        boolean removed,
        boolean owed) {}
