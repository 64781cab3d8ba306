package mainline.decisions;

import java.time.Duration;
import java.time.LocalDate;
import mainline.Hearing;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Member;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of decisions. Ada asks. */
@MainlineTest
class DecisionsToldTest {
    private final Decisions decisions;
    private final Amendments amendments;
    private final Ballots ballots;
    private final Jobs jobs;
    private final TestClock clock;
    private final Hearing hearing;
    private final Member ada;
    private final Member ben;
    private final Member cleo;
    private final Member dov;

    DecisionsToldTest(
            Decisions decisions,
            Amendments amendments,
            Ballots ballots,
            Jobs jobs,
            TestClock clock,
            Hearing hearing,
            Village village) {
        this.decisions = decisions;
        this.amendments = amendments;
        this.ballots = ballots;
        this.jobs = jobs;
        this.clock = clock;
        this.hearing = hearing;
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

    private Question question(Method method) {
        return Question.of("Shall we plant?", method, clock.instant().plus(Duration.ofDays(4)))
                .reviewedOn(LocalDate.parse("2026-04-01"));
    }

    private Subject open(Method method) {
        Subject subject = decisions.open(ada, question(method)).subject();
        hearing.untilNow();
        return subject;
    }

    private void vote(Member member, Subject subject) {
        ballots.cast(
                member,
                subject,
                Ballot.Hand.YES,
                "",
                ballots.nonce(decisions.get(subject.community(), subject.number())));
    }

    @Test
    void each_is_asked_for_their_vote_and_hears_where_silence_is_an_answer() {
        Subject[] made = new Subject[1];
        hearing.of(
                        ada,
                        () -> made[0] = decisions
                                .open(ada, question(Method.SHOW_OF_HANDS))
                                .subject())
                .asked(made[0], ben, cleo, dov);
        hearing.of(
                        ada,
                        () -> made[0] = decisions
                                .open(ada, question(Method.LAZY_CONSENSUS))
                                .subject())
                .bound(made[0], ben, cleo, dov);
    }

    @Test
    void everybody_hears_of_a_vote_that_is_announced_and_is_asked_when_it_opens() {
        Question question = Question.of(
                        "Where do they go?",
                        Method.PLURALITY,
                        clock.instant().plus(Duration.ofDays(6)),
                        "Quay",
                        "Square")
                .announced(3);
        Subject[] made = new Subject[1];
        hearing.of(ada, () -> made[0] = decisions.open(ada, question).subject()).bound(made[0], ben, cleo, dov);
        hearing.of(ada, () -> amendments.option(ada, made[0], 1, 1, ChoiceDraft.of("Station")))
                .bound(made[0], ben, cleo, dov);
        clock.advance(Duration.ofDays(3));
        hearing.of(ada.community(), () -> jobs.run("decisions.open")).asked(made[0], ben, cleo, dov);
    }

    @Test
    void who_had_voted_is_asked_again_and_the_others_hear_of_other_words() {
        Subject subject = open(Method.SHOW_OF_HANDS);
        vote(ada, subject);
        vote(ben, subject);
        hearing.of(ada, () -> amendments.question(ada, subject, 1, "Shall we cut everything down?", ""))
                .asked(subject, ben)
                .bound(subject, cleo, dov);
    }

    @Test
    void whoever_asked_and_everybody_on_the_roll_hear_of_the_end_and_what_comes_of_it() {
        Subject subject = open(Method.SHOW_OF_HANDS);
        for (Member member : new Member[] {ada, ben, cleo}) vote(member, subject);
        clock.advance(Duration.ofDays(5));
        hearing.of(ada.community(), () -> jobs.run("decisions.close"))
                .answered(subject, ada)
                .bound(subject, ben, cleo, dov);
        hearing.of(ada, () -> decisions.conclude(ada, subject, "We begin in May."))
                .bound(subject, ben, cleo, dov);
        clock.advance(Duration.ofDays(60));
        hearing.of(ada.community(), () -> jobs.run("decisions.review")).asked(subject, ada);
    }

    @Test
    void everybody_on_the_roll_hears_that_it_was_taken_back() {
        Subject subject = open(Method.SHOW_OF_HANDS);
        hearing.of(ada, () -> decisions.withdraw(ada, subject, "Too early")).bound(subject, ben, cleo, dov);
    }

    @Test
    void who_has_not_voted_is_asked_again_before_the_end() {
        Subject subject = open(Method.SHOW_OF_HANDS);
        vote(ben, subject);
        clock.advance(Duration.ofDays(3).plusHours(1));
        hearing.of(ada.community(), () -> jobs.run("decisions.soon")).asked(subject, ada, cleo, dov);
    }
}
