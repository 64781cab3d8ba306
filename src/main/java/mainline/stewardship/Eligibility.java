package mainline.stewardship;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;

/**
 * A rule about who can be put forward as a steward. Every bean of this type is asked, in the order of {@code @Order}, and
 * each has to agree; a later module adds its own.
 */
public interface Eligibility {
    /** @param area its path, empty for the whole handbook */
    Verdict of(CommunityId community, PersonId person, String area);

    /** @param reason says why, in one sentence, for the page */
    record Verdict(boolean eligible, Reason reason) {
        public static Verdict yes(String key, Object... gaps) {
            return new Verdict(true, Reason.of(key, gaps));
        }

        public static Verdict no(String key, Object... gaps) {
            return new Verdict(false, Reason.of(key, gaps));
        }
    }
}
