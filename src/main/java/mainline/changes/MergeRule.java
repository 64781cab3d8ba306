package mainline.changes;

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

    /**
     * Whether it is so, and the sentence that says why.
     *
     * @param rule its name, as in the message {@code change.gate.NAME}
     */
    record Check(String rule, boolean satisfied, Reason reason) {
        public static Check satisfied(String rule, String key, Object... gaps) {
            return new Check(rule, true, Reason.of(key, gaps));
        }

        public static Check waiting(String rule, String key, Object... gaps) {
            return new Check(rule, false, Reason.of(key, gaps));
        }
    }
}
