package mainline.decisions;

import mainline.record.Verb;

/** What is done with a decision, the concerns and the words of consent in it. */
public enum DecisionVerb implements Verb {
    OPENED("decision.opened"),
    AMENDED("decision.amended"),
    CORRECTED("decision.corrected"),
    WITHDRAWN("decision.withdrawn"),
    CLOSED("decision.closed"),
    CONCLUDED("decision.concluded"),
    REVIEW_DUE("decision.review-due"),
    RULES_ADOPTED("decision.rules-adopted"),
    CONCERN_RAISED("concern.raised"),
    CONCERN_ANSWERED("concern.answered"),
    CONCERN_REPLIED("concern.replied"),
    CONCERN_RESOLVED("concern.resolved"),
    CONCERN_STANDS("concern.stands"),
    CONCERN_LAPSED("concern.lapsed"),
    CONSENT_OBJECTED("consent.objected"),
    CONSENT_OBJECTION_WITHDRAWN("consent.objection-withdrawn"),
    CONSENT_PHASE_REACT("consent.phase-react"),
    CONSENT_PHASE_AMEND("consent.phase-amend"),
    CONSENT_PHASE_OBJECT("consent.phase-object"),
    CONSENT_AGAIN("consent.again"),
    ESCALATED("decision.escalated");

    private final String code;

    DecisionVerb(String code) {
        this.code = code;
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
}
