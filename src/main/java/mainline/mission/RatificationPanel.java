package mainline.mission;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.DecisionPanel;
import mainline.decisions.RuleBook;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a vote on the charter: what it would change in the version that holds, or did. */
@Component
@Order(1)
class RatificationPanel implements DecisionPanel {
    /** @param before empty for what was not there */
    record Wording(String heading, String before, String after) {
        boolean differs() {
            return !before.equals(after);
        }
    }

    /** @param rules those that would change, while it is open */
    record Show(Here here, Charter charter, Charter before, List<Wording> wordings, List<RuleFields.Changed> rules) {}

    private final Charters charters;
    private final RuleBook rules;
    private final Fragments fragments;

    RatificationPanel(Charters charters, RuleBook rules, Fragments fragments) {
        this.charters = charters;
        this.rules = rules;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        Charter charter = decided(decision);
        if (charter == null || charter.base() == 0) return null;
        Charter before = charters.find(here.id(), charter.base()).orElseThrow();
        return fragments.of(
                "mission/ratification",
                new Show(here, charter, before, wordings(here, before, charter), rules(charter)));
    }

    private @Nullable Charter decided(Decision decision) {
        Subject about = decision.about();
        if (about == null || about.kind() != Subject.Kind.MISSION) return null;
        return charters.find(about.community(), Math.toIntExact(about.number()))
                .filter(charter -> decision.subject().equals(vote(charter.stage())))
                .orElse(null);
    }

    private static @Nullable Subject vote(CharterStage stage) {
        return switch (stage) {
            case CharterStage.InRatification open -> open.decision();
            case CharterStage.Ratified yes -> yes.decision();
            case CharterStage.TurnedDown no -> no.decision();
            case CharterStage.Draft _, CharterStage.Proposed _, CharterStage.Superseded _ -> null;
        };
    }

    private static List<Wording> wordings(Here here, Charter before, Charter after) {
        List<Wording> all = new ArrayList<>();
        all.add(new Wording(here.say("community.name"), before.name(), after.name()));
        all.add(new Wording(here.say("community.tagline"), before.tagline(), after.tagline()));
        all.add(new Wording(
                here.say("mission.statement"),
                before.text().statement(),
                after.text().statement()));
        after.clausesChangedSince(before).stream()
                .sorted()
                .map(number -> new Wording(
                        "M" + number, before.text().textOf(number), after.text().textOf(number)))
                .forEach(all::add);
        if (after.visibility() != null)
            all.add(new Wording(
                    here.say("community.visibility"),
                    before.visibility() == null ? "" : here.say("community.visibility." + before.visibility()),
                    here.say("community.visibility." + after.visibility())));
        return all.stream().filter(Wording::differs).toList();
    }

    private List<RuleFields.Changed> rules(Charter charter) {
        boolean open = charter.stage() instanceof CharterStage.InRatification;
        return open && charter.rules() != null
                ? RuleFields.changes(rules.current(charter.subject().community()), charter.rules())
                : List.of();
    }
}
