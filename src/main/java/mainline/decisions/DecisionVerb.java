package mainline.decisions;

import static mainline.record.Hearer.answered;
import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.bound;
import static mainline.record.Hearer.everybody;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.roll;
import static mainline.record.Hearer.settling;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done with a decision, the concerns and the words of consent in it. */
public enum DecisionVerb implements Verb {
    ANNOUNCED("decision.announced", bound("everybody who belongs to the community"), followers()),
    BALLOT_OPENED("decision.ballot-opened", asked("everybody on the roll"), followers()),
    OPENED(
            "decision.opened",
            asked("everybody on the roll, where each has a vote to cast"),
            bound("everybody on the roll, where silence or a feeling is asked for"),
            followers()),
    AMENDED("decision.amended", asked("whoever had voted, and is asked again"), roll(), followers()),
    CORRECTED("decision.corrected", followers()),
    WITHDRAWN("decision.withdrawn", settling(), roll(), followers()),
    CLOSED("decision.closed", settling(), answered("whoever asked"), roll(), followers()),
    CONCLUDED("decision.concluded", roll(), followers()),
    REVIEW_DUE("decision.review-due", asked("whoever asked"), followers()),
    RULES_ADOPTED("decision.rules-adopted", everybody()),
    CONCERN_RAISED("concern.raised", answered("whoever asked, whoever is to resolve it"), followers()),
    CONCERN_ANSWERED("concern.answered", asked("whoever raised it")),
    CONCERN_REPLIED("concern.replied", answered("whoever asked")),
    CONCERN_RESOLVED("concern.resolved", answered("whoever asked"), followers()),
    CONCERN_STANDS("concern.stands", answered("whoever asked"), followers()),
    CONCERN_LAPSED("concern.lapsed", answered("whoever asked, whoever raised it"), followers()),
    CONSENT_OBJECTED("consent.objected", answered("whoever asked"), followers()),
    CONSENT_OBJECTION_WITHDRAWN("consent.objection-withdrawn", answered("whoever asked"), followers()),
    CONSENT_PHASE_REACT("consent.phase-react", roll()),
    CONSENT_PHASE_AMEND("consent.phase-amend", roll()),
    CONSENT_PHASE_OBJECT("consent.phase-object", asked("everybody on the roll")),
    CONSENT_AGAIN("consent.again", asked("everybody on the roll")),
    ESCALATED("decision.escalated", asked("whoever asked, whoever had a concern or said a word"), roll(), followers());

    private final String code;
    private final List<Hearer> hearers;

    DecisionVerb(String code, Hearer... hearers) {
        this.code = code;
        this.hearers = List.of(hearers);
    }

    @Override
    public String code() {
        return code;
    }

    /** What is told when whoever asked moves on to that phase. */
    public static DecisionVerb begun(Phase phase) {
        return switch (phase) {
            case REACT -> CONSENT_PHASE_REACT;
            case AMEND -> CONSENT_PHASE_AMEND;
            case OBJECT -> CONSENT_PHASE_OBJECT;
            case CLARIFY, OVER -> throw new IllegalArgumentException("Nobody moves on to " + phase);
        };
    }

    @Override
    public List<Hearer> hearers() {
        return hearers;
    }
}
