package mainline.review;

import java.time.Instant;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A reasoned block by a member. Only they say that it is settled, or a decision about the change overrules it.
 *
 * @param number counted within the change, from 1
 * @param version of the change in front of the member who raised it
 * @param ended null while it is open
 * @param overruledBy number of the decision that overruled it; 0 when none did
 */
public record Concern(
        int number,
        PersonId by,
        int version,
        String reason,
        Instant at,
        @Nullable Instant ended,
        long overruledBy) {
    static final int LONGEST_REASON = 2000;

    public boolean isOpen() {
        return ended == null;
    }
}
