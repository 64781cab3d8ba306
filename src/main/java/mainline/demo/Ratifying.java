package mainline.demo;

import java.util.List;
import java.util.function.Supplier;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The part of the story in which the harbour makes the mission its own, and settles what needs no count. */
@Component
@Order(7)
@ConditionalOnProperty("mainline.demo")
class Ratifying implements Chapter {
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

    @Override
    public void write(Story story) {
        new Told(story).all();
    }

    private final class Told {
        private final Story story;

        Told(Story story) {
            this.story = story;
        }

        void all() {
            ratify();
            signs();
            minutes();
            anotherWording();
        }

        private void ratify() {
            story.daysAgo(58);
            Made<Decision> vote = story.make(() -> ratifications.open(
                    story.as("tomas"),
                    DRAFT,
                    "Is version 2 our mission?",
                    "Amara wrote it when there were three of us. Now we are seven, and it should be ours.",
                    0,
                    5));
            story.daysAgo(56);
            List.of("amara", "tomas", "ngozi", "mei", "farid", "sofie")
                    .forEach(name -> hand(name, vote, Ballot.Hand.YES, ""));
            hand("joaquin", vote, Ballot.Hand.NO, "“Grow” needs saying how. I live with it.");
            story.daysAgo(52);
            story.act(() -> jobs.run("decisions.close"));
            for (String name : List.of("amara", "ngozi", "mei", "joaquin"))
                story.act(() -> signatories.sign(story.as(name), DRAFT));
        }

        /** Silence is assent, and somebody speaks up. */
        private void signs() {
            story.daysAgo(2.5);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("farid"),
                    Question.of(
                                    "The notice board moves from the gate to the net loft",
                                    Method.LAZY_CONSENSUS,
                                    story.at(-2))
                            .reviewedOn(story.day(90))));
            story.daysAgo(1.2);
            story.act(() -> concerns.raise(
                    story.as("mei"),
                    decision.get().subject(),
                    "People who only pass by will not see it any more, and that is how two of us came here.",
                    5,
                    null));
            story.daysAgo(0.5);
            story.act(() -> concerns.answer(
                    story.as("farid"),
                    decision.get().subject(),
                    1,
                    "A copy of the open ideas stays at the gate; I put up a fresh one every Monday."));
        }

        /** A round of consent to which nobody has objected so far. */
        private void minutes() {
            story.daysAgo(4);
            Made<Decision> decision = story.make(() -> decisions.open(
                    story.as("sofie"),
                    Question.of(
                                    "Minutes are written while we meet, by two people in turn",
                                    Method.CONSENT,
                                    story.at(-4))
                            .reviewedOn(story.day(90))));
            story.daysAgo(1);
            for (String phase : List.of("CLARIFY", "REACT", "AMEND"))
                story.act(() -> rounds.moveOn(story.as("sofie"), decision.get().subject(), phase));
            story.daysAgo(0.7);
            story.act(() -> rounds.say(story.as("mei"), decision.get().subject(), 1, Word.Kind.CONSENT, ""));
            story.act(() -> rounds.say(
                    story.as("tomas"),
                    decision.get().subject(),
                    1,
                    Word.Kind.RESERVATION,
                    "Not for talks about persons; those we agree on before they begin."));
        }

        /** A version that waits for its vote, with a clause that ideas have cited. */
        private void anotherWording() {
            story.daysAgo(1);
            Made<Charter> proposed = story.make(this::growing);
            story.daysAgo(0.8);
            Made<Decision> vote = story.make(() -> ratifications.open(
                    story.as("joaquin"), proposed.get().version(), "Does the fourth part say how we grow?", "", 0, 5));
            story.daysAgo(0.4);
            hand("joaquin", vote, Ballot.Hand.YES, "");
            hand("sofie", vote, Ballot.Hand.YES, "");
        }

        private Charter growing() {
            Charter now = charters.current(story.as("joaquin").community());
            List<Clause> clauses = now.text().clauses().stream()
                    .map(clause -> clause.number() == 4
                            ? new Clause(4, "Volunteers stay because they grow: each does something new every season.")
                            : clause)
                    .toList();
            return charters.propose(
                    story.as("joaquin"),
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
            story.act(() -> ballots.cast(
                    story.as(name), decision.get().subject(), hand, reason, ballots.nonce(decision.get())));
        }
    }
}
