package mainline.exchange;

import java.time.Instant;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a fork offered back, as a change of the origin.
 *
 * @param change of the origin
 * @param source the change of the fork; null for chosen pages
 * @param tried what the fork's trials said on that day; null when that was not taken along
 */
public record Offer(
        Subject change,
        CommunityId fork,
        @Nullable Subject source,
        PersonId by,
        Instant at,
        @Nullable Tried tried) {

    /** @param verdict the last one, as {@code KEEP}; empty without one */
    public record Tried(int yes, int changes, int no, String verdict) {
        public int trials() {
            return yes + changes + no;
        }
    }
}
