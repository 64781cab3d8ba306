package mainline.review;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * A steward says that a change may be merged.
 *
 * @param version the one that was in front of the steward
 * @param interest what the steward has to gain; when something is declared, the approval is shown and does not count
 * @param stands whether the present version changes the same as that one
 */
public record Approval(PersonId by, int version, String interest, Instant at, boolean stands) {
    boolean counts() {
        return stands && interest.isEmpty();
    }
}
