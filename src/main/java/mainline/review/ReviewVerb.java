package mainline.review;

import static mainline.record.Hearer.answered;
import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.bound;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;
import static mainline.record.Hearer.settling;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What members and stewards say of a change, and what they merge. */
public enum ReviewVerb implements Verb {
    APPROVED("change.approved", answered("the authors"), followers()),
    APPROVED_WITH_INTEREST("change.approved-with-interest", answered("the authors"), followers()),
    APPROVAL_WITHDRAWN("approval.withdrawn", owner()),
    MERGED("change.merged", settling(), answered("the authors"), followers()),
    MERGED_ALONE("change.merged-alone", settling(), answered("the authors"), followers()),
    MERGED_AS_ONLY_STEWARD("change.merged-as-only-steward", settling(), answered("the authors"), followers()),
    ENDORSED("change.endorsed", owner()),
    ENDORSEMENT_WITHDRAWN("change.endorsement-withdrawn", owner()),
    CONCERN_RAISED("change.concern-raised", answered("the authors"), followers()),
    CONCERN_SETTLED("change.concern-settled", answered("the authors")),
    CONCERNS_OVERRULED("change.concerns-overruled", owner(), followers()),
    EMERGENCY_CALLED("change.emergency-called", asked("the other stewards it needs"), followers()),
    EMERGENCY_TAKEN_BACK("change.emergency-taken-back", followers()),
    MERGED_IN_EMERGENCY("change.merged-in-emergency", settling(), bound("all members")),
    EMERGENCY_REVIEWED("change.emergency-reviewed", owner(), followers()),
    WORD_MEANT("change.word-meant", nobody("it is about spelling")),
    REVIEW_ASKED("review.asked", asked("the one asked")),
    REVIEW_PASSED_ON("review.passed-on", answered("the authors"));

    private final String code;
    private final List<Hearer> hearers;

    ReviewVerb(String code, Hearer... hearers) {
        this.code = code;
        this.hearers = List.of(hearers);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Hearer> hearers() {
        return hearers;
    }
}
