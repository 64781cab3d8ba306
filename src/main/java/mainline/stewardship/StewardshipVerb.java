package mainline.stewardship;

import static mainline.record.Hearer.answered;
import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.bound;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.nobody;
import static mainline.record.Hearer.owner;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done about who oversees an area. */
enum StewardshipVerb implements Verb {
    STEWARD_STEPPED_DOWN("steward.stepped-down", answered("the other stewards of the area"), followers()),
    STEWARD_CONFIRMED(
            "steward.confirmed",
            answered("the new steward, whoever nominated them, the other stewards of the area"),
            followers()),
    STEWARD_RENEWED(
            "steward.renewed",
            answered("the steward, whoever nominated them, the other stewards of the area"),
            followers()),
    STEWARD_RECALLED("steward.recalled", answered("the one recalled"), followers()),
    STEWARD_TERM_OVER(
            "steward.term-over", answered("the one whose term is over, the other stewards of the area"), followers()),
    STEWARD_LEFT("steward.left", followers()),
    STEWARD_HELD_OVER("steward.held-over", bound("all members")),
    NOMINATION_MADE("nomination.made", asked("the one nominated"), followers()),
    NOMINATION_ACCEPTED(
            "nomination.accepted", answered("whoever nominated, the other stewards of the area"), followers()),
    NOMINATION_AGREED("nomination.agreed", owner()),
    NOMINATION_NEEDLESS("nomination.needless", nobody("the list said so already")),
    NOMINATION_TURNED_DOWN("nomination.turned-down", answered("the one nominated"), followers()),
    NOMINATION_LAPSED("nomination.lapsed", owner()),
    RECALL_ASKED("recall.asked", asked("the steward it is about"), followers()),
    RECALL_TURNED_DOWN("recall.turned-down", owner()),
    RECALL_WAITING("recall.waiting", answered("the steward it is about"), followers()),
    RECALL_NEEDLESS("recall.needless", nobody("there was nothing left to end"));

    private final String code;
    private final List<Hearer> hearers;

    StewardshipVerb(String code, Hearer... hearers) {
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
