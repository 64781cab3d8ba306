package mainline.review;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * The next word on a change is this person's.
 *
 * @param since the clock runs since then
 */
public record AwaitedReview(PersonId person, What what, Instant since) {
    public enum What {
        /** The author: a concern, a question, or a check that fails. */
        ANSWER,
        /** Somebody who was asked. */
        REVIEW,
        /** Whoever raised a concern or asked something, which may be settled now. */
        SETTLE,
        /** A steward: nothing is missing any more. */
        MERGE,
        /** The author of a small edit: nobody minded it for a day. Until that day is over it is written down, and nobody is told. */
        ENTER
    }
}
