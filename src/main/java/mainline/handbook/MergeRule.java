package mainline.handbook;

import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so before a change may be merged. Every bean of this type is asked, in the order of
 * {@code @Order}, when the page is shown and again inside the transaction of the merge.
 */
public interface MergeRule {
    /** @return null when the rule does not apply to this change */
    @Nullable
    Check of(Change change);

    /** Whether it is so, and the sentence that says why. */
    record Check(boolean satisfied, Reason reason) {
        public static Check satisfied(String key, Object... gaps) {
            return new Check(true, Reason.of(key, gaps));
        }

        public static Check waiting(String key, Object... gaps) {
            return new Check(false, Reason.of(key, gaps));
        }
    }
}
