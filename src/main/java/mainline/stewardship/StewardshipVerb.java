package mainline.stewardship;

import mainline.record.Verb;

/** What is done about who oversees an area. */
enum StewardshipVerb implements Verb {
    STEWARD_STEPPED_DOWN("steward.stepped-down"),
    STEWARD_CONFIRMED("steward.confirmed"),
    STEWARD_RENEWED("steward.renewed"),
    STEWARD_RECALLED("steward.recalled"),
    STEWARD_TERM_OVER("steward.term-over"),
    STEWARD_LEFT("steward.left"),
    STEWARD_HELD_OVER("steward.held-over"),
    NOMINATION_MADE("nomination.made"),
    NOMINATION_ACCEPTED("nomination.accepted"),
    NOMINATION_AGREED("nomination.agreed"),
    NOMINATION_NEEDLESS("nomination.needless"),
    NOMINATION_TURNED_DOWN("nomination.turned-down"),
    NOMINATION_LAPSED("nomination.lapsed"),
    RECALL_ASKED("recall.asked"),
    RECALL_TURNED_DOWN("recall.turned-down"),
    RECALL_WAITING("recall.waiting"),
    RECALL_NEEDLESS("recall.needless");

    private final String code;

    StewardshipVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
