package mainline.review;

import mainline.changes.Reviewed;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be so before a change may be merged. Every bean of this type is asked, in the order of
 * {@code @Order}, when the page is shown and again inside the transaction of the merge.
 */
public interface MergeRule {
    /** @return null when the rule does not apply to this change */
    @Nullable
    Check of(Reviewed reviewed);

    /** What the rules are about. */
    enum Name {
        ENDORSEMENT("endorsement"),
        APPROVAL("approval"),
        COOLING("cooling"),
        CONCERNS("concerns"),
        CHECKS("checks"),
        FILES("files"),
        FIT("fit");

        private final String code;

        Name(String code) {
            this.code = code;
        }

        /** As it is stored, and as in the message {@code change.gate.CODE}. */
        public String code() {
            return code;
        }

        static Name of(String code) {
            for (Name name : values()) if (name.code.equals(code)) return name;
            throw new IllegalArgumentException("There is no rule " + code + ".");
        }
    }

    enum Outcome {
        SATISFIED,
        WAITING,
        /** Its author has to settle what contradicts the handbook as it is now. */
        CONFLICT
    }

    /** How it stands with a rule, and the sentence that says why. */
    record Check(Name rule, Outcome outcome, Reason reason) {
        public static Check satisfied(Name rule, String key, Object... gaps) {
            return new Check(rule, Outcome.SATISFIED, Reason.of(key, gaps));
        }

        public static Check waiting(Name rule, String key, Object... gaps) {
            return new Check(rule, Outcome.WAITING, Reason.of(key, gaps));
        }

        public boolean satisfied() {
            return outcome == Outcome.SATISFIED;
        }
    }
}
