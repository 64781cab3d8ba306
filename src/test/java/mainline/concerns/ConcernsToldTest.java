package mainline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import mainline.Hearing;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Member;
import mainline.decisions.Amendments;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Phase;
import mainline.decisions.Question;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of concerns and rounds of consent. Ada asked; Ben is against it. */
@MainlineTest
class ConcernsToldTest {
    private final Decisions decisions;
    private final Amendments amendments;
    private final Concerns concerns;
    private final Rounds rounds;
    private final Escalations escalations;
    private final Jobs jobs;
    private final TestClock clock;
    private final Hearing hearing;
    private final Village village;
    private final Member ada;
    private final Member ben;
    private final Member cleo;
    private final Member dov;

    ConcernsToldTest(
            Decisions decisions,
            Amendments amendments,
            Concerns concerns,
            Rounds rounds,
            Escalations escalations,
            Jobs jobs,
            TestClock clock,
            Hearing hearing,
            Village village) {
        this.decisions = decisions;
        this.amendments = amendments;
        this.concerns = concerns;
        this.rounds = rounds;
        this.escalations = escalations;
        this.jobs = jobs;
        this.clock = clock;
        this.hearing = hearing;
        this.village = village;
        ada = village.ada;
        ben = village.ben;
        cleo = village.cleo;
        dov = village.dov;
    }

    @BeforeEach
    void a_while_later() {
        clock.reset();
        clock.advance(Duration.ofDays(2));
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Subject asked(Method method, Duration window) {
        LocalDate review = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(90);
        Question question =
                Question.of("We meet on Thursdays", method, clock.instant().plus(window));
        Subject subject = decisions
                .open(ada, method == Method.CONSENT ? question.reviewedOn(review) : question)
                .subject();
        hearing.untilNow();
        return subject;
    }

    private Subject intent() {
        return asked(Method.LAZY_CONSENSUS, Duration.ofHours(72));
    }

    /** By Ben, and Ada owes the answer. */
    private Subject withConcern() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        return intent;
    }

    /** By Ben, who owes the next word. */
    private Subject withAnswer() {
        Subject intent = withConcern();
        concerns.answer(ada, intent, 1, "It does not.");
        return intent;
    }

    private Decision now(Subject decision) {
        return decisions.get(decision.community(), decision.number());
    }

    @Test
    void whoever_asked_and_who_is_to_resolve_it_hear_of_a_concern() {
        Subject intent = intent();
        hearing.of(ben, () -> concerns.raise(ben, intent, "It clashes.", 0, dov.person()))
                .answered(intent, ada, dov)
                .asked(intent);
    }

    @Test
    void whoever_asked_and_resolves_it_hears_of_a_concern_once() {
        Subject intent = intent();
        hearing.of(ben, () -> concerns.raise(ben, intent, "It clashes.", 0, ada.person()))
                .answered(intent, ada);
    }

    @Test
    void whoever_raised_it_is_asked_by_every_answer() {
        Subject intent = withConcern();
        hearing.of(ada, () -> concerns.answer(ada, intent, 1, "It does not.")).asked(intent, ben);
        hearing.of(cleo, () -> concerns.answer(cleo, intent, 1, "I looked, too."))
                .asked(intent, ben);
    }

    @Test
    void whoever_raised_it_is_asked_by_other_words_and_everybody_hears_of_them() {
        Subject intent = withConcern();
        hearing.of(ada, () -> amendments.question(ada, intent, 1, "We meet on Fridays instead", ""))
                .asked(intent, ben)
                .bound(intent, cleo, dov);
    }

    @Test
    void whoever_asked_hears_what_is_made_of_the_answer() {
        Subject intent = withAnswer();
        hearing.of(ben, () -> concerns.reply(ben, intent, 1, "It does.")).answered(intent, ada);
        hearing.of(ben, () -> concerns.resolve(ben, intent, 1, "I was wrong.")).answered(intent, ada);
    }

    @Test
    void who_is_concerned_is_asked_when_it_goes_on_as_a_round_of_consent() {
        Subject intent = withAnswer();
        hearing.of(ben.community(), () -> concerns.stand(ben, intent, 1, "It does."))
                .answered(intent, ada)
                .asked(next(intent), ada)
                .bound(next(intent), ben, cleo, dov);
    }

    @Test
    void whoever_takes_it_on_hears_nothing_of_it() {
        Subject intent = withConcern();
        hearing.of(ada, () -> concerns.escalate(ada, intent))
                .bound(intent, ben, cleo, dov)
                .asked(next(intent), ben)
                .bound(next(intent), cleo, dov);
    }

    private Subject next(Subject intent) {
        return escalations.next(intent).orElseThrow();
    }

    @Test
    void both_hear_that_a_concern_lapsed() {
        Subject intent = withAnswer();
        clock.advance(Duration.ofDays(8));
        hearing.of(ben.community(), () -> jobs.run("decisions.concerns")).answered(intent, ada, ben);
    }

    @Test
    void everybody_on_the_roll_hears_how_a_round_goes_on_and_is_asked_for_their_word() {
        Subject round = asked(Method.CONSENT, Duration.ofDays(4));
        hearing.of(ada, () -> rounds.moveOn(ada, round, "CLARIFY")).bound(round, ben, cleo, dov);
        hearing.of(ada, () -> rounds.moveOn(ada, round, "REACT")).bound(round, ben, cleo, dov);
        hearing.of(ada, () -> rounds.moveOn(ada, round, "AMEND")).asked(round, ben, cleo, dov);
        hearing.of(ben, () -> say(ben, round, Word.Kind.OBJECTION)).answered(round, ada);
        hearing.of(ben, () -> say(ben, round, Word.Kind.WITHDRAWN)).answered(round, ada);
    }

    private void toTheObjections(Subject round) {
        while (rounds.of(now(round)).phase(clock.instant()) != Phase.OBJECT)
            rounds.moveOn(
                    ada, round, rounds.of(now(round)).phase(clock.instant()).name());
    }

    private void say(Member by, Subject round, Word.Kind kind) {
        rounds.say(by, round, rounds.of(now(round)).number(), kind, "It would do harm.");
    }

    @Test
    void everybody_on_the_roll_is_asked_for_another_round() {
        Subject round = asked(Method.CONSENT, Duration.ofDays(4));
        toTheObjections(round);
        say(ben, round, Word.Kind.OBJECTION);
        clock.advance(Duration.ofDays(2));
        hearing.of(ben.community(), () -> jobs.run("decisions.close")).asked(round, ben, cleo, dov);
    }

    @Test
    void a_round_waits_for_whoever_has_not_said_a_word_in_it() {
        Subject round = asked(Method.CONSENT, Duration.ofDays(4));
        assertThat(hearing.waitsFor(cleo)).doesNotContain("waiting.consent");
        toTheObjections(round);
        assertThat(hearing.waitsFor(cleo)).contains("waiting.consent");
        say(cleo, round, Word.Kind.CONSENT);
        assertThat(hearing.waitsFor(cleo)).doesNotContain("waiting.consent");
    }
}
