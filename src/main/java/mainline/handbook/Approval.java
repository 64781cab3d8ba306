package mainline.handbook;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * A steward says that a version of a change may be merged.
 *
 * @param interest what the steward has to gain; when something is declared, the approval is shown and does not count
 */
public record Approval(PersonId by, int version, String interest, Instant at) {
    boolean counts() {
        return interest.isEmpty();
    }
}
