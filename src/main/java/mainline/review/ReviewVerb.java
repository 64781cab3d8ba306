package mainline.review;

import mainline.record.Verb;

/** What members and stewards say of a change, and what they merge. */
public enum ReviewVerb implements Verb {
    APPROVED("change.approved"),
    APPROVED_WITH_INTEREST("change.approved-with-interest"),
    APPROVAL_WITHDRAWN("approval.withdrawn"),
    MERGED("change.merged"),
    MERGED_ALONE("change.merged-alone"),
    ENDORSED("change.endorsed"),
    ENDORSEMENT_WITHDRAWN("change.endorsement-withdrawn"),
    CONCERN_RAISED("change.concern-raised"),
    CONCERN_SETTLED("change.concern-settled"),
    CONCERNS_OVERRULED("change.concerns-overruled"),
    EMERGENCY_CALLED("change.emergency-called"),
    EMERGENCY_TAKEN_BACK("change.emergency-taken-back"),
    MERGED_IN_EMERGENCY("change.merged-in-emergency"),
    EMERGENCY_REVIEWED("change.emergency-reviewed"),
    WORD_MEANT("change.word-meant"),
    REVIEW_ASKED("review.asked"),
    REVIEW_PASSED_ON("review.passed-on");

    private final String code;

    ReviewVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
