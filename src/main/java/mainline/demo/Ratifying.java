package mainline.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import mainline.community.Member;
import mainline.concerns.Concerns;
import mainline.concerns.Rounds;
import mainline.concerns.Word;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.demo.Script.Made;
import mainline.mission.Charter;
import mainline.mission.CharterDraft;
import mainline.mission.Charters;
import mainline.mission.Clause;
import mainline.mission.Ratifications;
import mainline.mission.Signatories;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The part of the story in which the harbour makes the mission its own, and settles what needs no count. */
@Component
@ConditionalOnProperty("mainline.demo")
class Ratifying {
    private static final int DRAFT = 2;

    private final Charters charters;
    private final Ratifications ratifications;
    private final Signatories signatories;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Concerns concerns;
    private final Rounds rounds;
    private final Jobs jobs;

    Ratifying(
            Charters charters,
            Ratifications ratifications,
            Signatories signatories,
            Decisions decisions,
            Ballots ballots,
            Concerns concerns,
            Rounds rounds,
            Jobs jobs) {
        this.charters = charters;
        this.ratifications = ratifications;
        this.signatories = signatories;
        this.decisions = decisions;
        this.ballots = ballots;
        this.concerns = concerns;
        this.rounds = rounds;
        this.jobs = jobs;
    }

    void write(Script script, Function<String, Member> as, Instant today) {
        new Told(script, as, today).all();
    }

    private final class Told {
        private final Script script;
        private final Function<String, Member> as;
        private final Instant today;

        Told(Script script, Function<String, Member> as, Instant today) {
            this.script = script;
            this.as = as;
            this.today = today;
        }

        void all() {
            ratify();
            signs();
            minutes();
            anotherWording();
        }

        private void ratify() {
            script.daysAgo(58);
            Made<Decision> vote = script.make(() -> ratifications.open(
                    as.apply("tomas"),
                    DRAFT,
                    "Is version 2 our mission?",
                    "Amara wrote it when there were three of us. Now we are seven, and it should be ours.",
                    5));
            script.daysAgo(56);
            List.of("amara", "tomas", "ngozi", "mei", "farid", "sofie")
                    .forEach(name -> hand(name, vote, Ballot.Hand.YES, ""));
            hand("joaquin", vote, Ballot.Hand.NO, "“Grow” needs saying how. I live with it.");
            script.daysAgo(52);
            script.act(() -> jobs.run("decisions.close"));
            for (String name : List.of("amara", "ngozi", "mei", "joaquin"))
                script.act(() -> signatories.sign(as.apply(name), DRAFT));
        }

        /** Silence is assent, and somebody speaks up. */
        private void signs() {
            script.daysAgo(2.5);
            Made<Decision> decision = script.make(() -> decisions.open(
                    as.apply("farid"),
                    Question.of("The notice board moves from the gate to the net loft", Method.LAZY_CONSENSUS, at(-2))
                            .reviewedOn(day(90))));
            script.daysAgo(1.2);
            script.act(() -> concerns.raise(
                    as.apply("mei"),
                    decision.get().subject(),
                    "People who only pass by will not see it any more, and that is how two of us came here.",
                    5,
                    null));
            script.daysAgo(0.5);
            script.act(() -> concerns.answer(
                    as.apply("farid"),
                    decision.get().subject(),
                    1,
                    "A copy of the open ideas stays at the gate; I put up a fresh one every Monday."));
        }

        /** A round of consent to which nobody has objected so far. */
        private void minutes() {
            script.daysAgo(4);
            Made<Decision> decision = script.make(() -> decisions.open(
                    as.apply("sofie"),
                    Question.of("Minutes are written while we meet, by two people in turn", Method.CONSENT, at(-4))
                            .reviewedOn(day(90))));
            script.daysAgo(1);
            for (String phase : List.of("CLARIFY", "REACT", "AMEND"))
                script.act(() -> rounds.moveOn(as.apply("sofie"), decision.get().subject(), phase));
            script.daysAgo(0.7);
            script.act(() -> rounds.say(as.apply("mei"), decision.get().subject(), 1, Word.Kind.CONSENT, ""));
            script.act(() -> rounds.say(
                    as.apply("tomas"),
                    decision.get().subject(),
                    1,
                    Word.Kind.RESERVATION,
                    "Not for talks about persons; those we agree on before they begin."));
        }

        /** A version that waits for its vote, with a clause that ideas have cited. */
        private void anotherWording() {
            script.daysAgo(1);
            Made<Charter> proposed = script.make(this::growing);
            script.daysAgo(0.8);
            Made<Decision> vote = script.make(() -> ratifications.open(
                    as.apply("joaquin"), proposed.get().version(), "Does the fourth clause say how we grow?", "", 5));
            script.daysAgo(0.4);
            hand("joaquin", vote, Ballot.Hand.YES, "");
            hand("sofie", vote, Ballot.Hand.YES, "");
        }

        private Charter growing() {
            Charter now = charters.current(as.apply("joaquin").community());
            List<Clause> clauses = now.text().clauses().stream()
                    .map(clause -> clause.number() == 4
                            ? new Clause(4, "Volunteers stay because they grow: each does something new every season.")
                            : clause)
                    .toList();
            return charters.propose(
                    as.apply("joaquin"),
                    now.version(),
                    new CharterDraft(
                            now.name(),
                            "Say what you will do, and do it",
                            now.text().statement(),
                            clauses,
                            null,
                            "Growing needs saying how. And a line for the poster."));
        }

        private void hand(String name, Supplier<Decision> decision, Ballot.Hand hand, String reason) {
            script.act(() -> ballots.cast(
                    as.apply(name), decision.get().subject(), hand, reason, ballots.nonce(decision.get())));
        }

        private Instant at(double days) {
            return script.at(days);
        }

        private LocalDate day(int ahead) {
            return LocalDate.ofInstant(today, ZoneOffset.UTC).plusDays(ahead);
        }
    }
}
