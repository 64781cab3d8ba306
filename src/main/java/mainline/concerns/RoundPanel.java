package mainline.concerns;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.DecisionPanel;
import mainline.decisions.Method;
import mainline.decisions.Phase;
import mainline.decisions.Stage;
import mainline.kernel.PersonId;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.look.Option;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a decision by consent: the phases, what is asked now, and the objections. */
@Component
@Order(20)
class RoundPanel implements DecisionPanel {
    private static final List<Phase> PHASES = List.of(Phase.CLARIFY, Phase.REACT, Phase.AMEND, Phase.OBJECT);

    /** One phase on the list of them. */
    record Step(Phase phase, Instant ends, boolean isNow, boolean isPast) {}

    /**
     * @param words those that may be shown: objections while it is open, everything afterwards
     * @param own the viewer's last word, or null
     * @param whyNot why the viewer has no word now; empty when they have
     */
    record Show(
            Here here,
            Decision decision,
            Round round,
            Phase phase,
            List<Step> steps,
            List<Word> words,
            @Nullable Word own,
            String whyNot,
            boolean mayMoveOn,
            List<Option> kinds,
            Map<PersonId, Person> people,
            Form form) {
        String name(PersonId person) {
            Person known = people.get(person);
            return known == null ? "" : known.name();
        }

        String path(PersonId person) {
            Person known = people.get(person);
            return known == null ? "" : here.path("people/" + known.handle());
        }

        String to(String below) {
            return here.path(decision.path() + "/" + below);
        }

        boolean isOpen() {
            return decision.stage() instanceof Stage.Open;
        }
    }

    private final Rounds rounds;
    private final People people;
    private final Fragments fragments;

    RoundPanel(Rounds rounds, People people, Fragments fragments) {
        this.rounds = rounds;
        this.people = people;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        return decision.method() == Method.CONSENT ? of(decision, here, null) : null;
    }

    Content of(Decision decision, Here here, @Nullable Form refused) {
        Instant now = here.shell().now();
        boolean open = decision.stage() instanceof Stage.Open;
        Round round = rounds.of(decision);
        Phase phase = open ? round.phase(now) : Phase.OVER;
        List<Word> all = rounds.words(decision);
        Word own = all.stream()
                .filter(word -> here.isViewer(word.by()) && word.kind() != Word.Kind.WITHDRAWN)
                .findFirst()
                .orElse(null);
        List<Word> shown = all.stream()
                .filter(word -> word.kind() == Word.Kind.OBJECTION || (!open && word.kind() != Word.Kind.WITHDRAWN))
                .toList();
        boolean moves = open && phase.compareTo(Phase.OBJECT) < 0;
        return fragments.of(
                "concerns/round",
                new Show(
                        here,
                        decision,
                        round,
                        phase,
                        steps(round, phase),
                        shown,
                        own,
                        whyNot(here, decision),
                        moves && here.isMember() && here.isViewer(decision.by()),
                        kinds(here, own),
                        people.all(shown.stream().map(Word::by).toList()),
                        refused != null ? refused : form(own)));
    }

    private static List<Step> steps(Round round, Phase phase) {
        return PHASES.stream()
                .filter(each -> round.number() == 1 || each == Phase.AMEND || each == Phase.OBJECT)
                .map(each -> new Step(each, round.endOf(each), each == phase, each.compareTo(phase) < 0))
                .toList();
    }

    private static Form form(@Nullable Word own) {
        return own == null ? Form.empty() : Form.of(Map.of("kind", own.kind().name(), "text", own.text()));
    }

    private String whyNot(Here here, Decision decision) {
        if (!(decision.stage() instanceof Stage.Open)) return "decision.over";
        if (!here.isMember()) return "consent.members-only";
        String refusal = rounds.whyNotSay(decision, here.member());
        return refusal == null ? "" : refusal;
    }

    private static List<Option> kinds(Here here, @Nullable Word own) {
        return List.of(Word.Kind.values()).stream()
                .filter(kind -> kind != Word.Kind.WITHDRAWN || own != null)
                .map(kind -> new Option(
                        kind.name(), here.say("consent.kind." + kind), here.say("consent.kind." + kind + ".note")))
                .toList();
    }
}
