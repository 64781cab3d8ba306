package mainline.discussion;

import java.time.Duration;
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
        boolean owed) {
    /** So long an answer is given time before anybody says that there is none. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    /** Whether it is a first comment that has waited a day for an answer. */
    public boolean isUnanswered(Instant now) {
        return owed && !written.plus(PATIENCE).isAfter(now);
    }
}
