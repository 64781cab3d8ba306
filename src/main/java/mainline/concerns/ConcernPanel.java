package mainline.concerns;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.DecisionPanel;
import mainline.decisions.Method;
import mainline.decisions.Stage;
import mainline.decisions.Typed;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.look.Form;
import mainline.look.Fragments;
import mainline.people.People;
import mainline.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a decision by silence: its concerns, whose word is next, and how to raise one. */
@Component
@Order(10)
class ConcernPanel implements DecisionPanel {
    /**
     * What was typed into a form that was refused.
     *
     * @param into {@code concerns} or, for the third concern, {@code 3/answers} and the like; empty for none
     */
    record Typed(String into, Form form) {
        static final Typed NOTHING = new Typed("", Form.empty());

        Form form(String which) {
            return into.equals(which) ? form : Form.empty();
        }

        /** The id of its text: {@code f-answers-3}. */
        String place() {
            String[] parts = into.split("/", 2);
            return parts.length == 2 ? "f-" + parts[1] + "-" + parts[0] : "f-harm";
        }

        boolean isIn(String which) {
            return into.equals(which);
        }
    }

    /**
     * @param isOpen by the clock, which may know more than the last job
     * @param mayAnswer whether the viewer may answer it
     * @param mayResolve whether it is the viewer's own
     * @param mayReply whether the viewer owes the next word
     */
    record Row(
            Concern concern, boolean isOpen, Reason state, boolean mayAnswer, boolean mayResolve, boolean mayReply) {}

    /** @param whyNot why the viewer cannot raise a concern; empty when they can */
    record Show(
            Here here,
            Decision decision,
            Reason state,
            List<Row> rows,
            String whyNot,
            boolean mayEscalate,
            Map<PersonId, Person> people,
            Typed typed) {
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

        boolean mayRaise() {
            return whyNot.isEmpty();
        }
    }

    private final Concerns concerns;
    private final RaisingRules raising;
    private final ConcernClocks clocks;
    private final People people;
    private final Fragments fragments;

    ConcernPanel(Concerns concerns, RaisingRules raising, ConcernClocks clocks, People people, Fragments fragments) {
        this.concerns = concerns;
        this.raising = raising;
        this.clocks = clocks;
        this.people = people;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        if (decision.method() != Method.LAZY_CONSENSUS) return null;
        return of(decision, here, Typed.NOTHING);
    }

    Content of(Decision decision, Here here, Typed typed) {
        List<Concern> all = concerns.of(decision.subject());
        boolean open = decision.stage() instanceof Stage.Open;
        here.expect(all.stream()
                .flatMap(concern -> Stream.concat(
                        Stream.of(concern.harm()), concern.turns().stream().map(Concern.Turn::text))));
        List<Row> rows = all.stream().map(concern -> row(here, concern, open)).toList();
        int waiting = (int) rows.stream().filter(Row::isOpen).count();
        Map<PersonId, Person> names = people.all(all.stream()
                .flatMap(concern -> Stream.concat(
                        Stream.of(concern.by(), concern.resolver()),
                        concern.turns().stream().map(Concern.Turn::by)))
                .distinct()
                .toList());
        return fragments.of(
                "concerns/concerns",
                new Show(
                        here,
                        decision,
                        state(here, decision, waiting),
                        rows,
                        whyNot(here, decision, all),
                        open && waiting > 0 && here.isMember() && here.isViewer(decision.by()),
                        names,
                        typed));
    }

    private Row row(Here here, Concern concern, boolean decisionOpen) {
        boolean open = decisionOpen && clocks.isOpenNow(concern);
        boolean own = here.isViewer(concern.by());
        boolean acts = open && here.isMember();
        return new Row(
                concern,
                open,
                state(concern, decisionOpen, open),
                acts && !own,
                acts && own,
                acts && own && concern.state() instanceof Concern.Answered);
    }

    private static Reason state(Concern concern, boolean decisionOpen, boolean open) {
        return switch (concern.state()) {
            case Concern.Resolved resolved -> Reason.of("concern.state.resolved");
            case Concern.Stands stands -> Reason.of("concern.state.stands");
            case Concern.Lapsed lapsed -> Reason.of("concern.state.lapsed");
            case Concern.Answered answered
            when decisionOpen -> Reason.of(open ? "concern.state.answered" : "concern.state.lapsed");
            case Concern.Waiting waiting when decisionOpen -> Reason.of("concern.state.waiting");
            case Concern.Answered answered -> Reason.of("concern.state.left");
            case Concern.Waiting waiting -> Reason.of("concern.state.left");
        };
    }

    private static Reason state(Here here, Decision decision, int open) {
        Instant now = here.shell().now();
        if (!(decision.stage() instanceof Stage.Open)) return Reason.of("concern.lead.over");
        if (decision.takesBallots(now)) return Reason.of(open == 0 ? "concern.lead.none" : "concern.lead.open", open);
        return Reason.of(open == 0 ? "concern.lead.stands" : "concern.lead.held", open);
    }

    private String whyNot(Here here, Decision decision, List<Concern> all) {
        if (!(decision.stage() instanceof Stage.Open)) return "decision.over";
        if (!here.isMember()) return "concern.members-only";
        String refusal = raising.whyNot(decision, here.member(), all);
        return refusal == null ? "" : refusal;
    }
}
