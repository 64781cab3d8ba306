package mainline.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import mainline.Hearing;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Member;
import mainline.concerns.Concerns;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of what is done about stewards. Amara oversees the whole handbook, Sefa the meetings. */
@MainlineTest
class StewardsToldTest {
    private static final String AREA = "meetings";

    private final StewardshipExamples given;
    private final HandbookExamples examples;
    private final Nominations nominations;
    private final Recalls recalls;
    private final Tenures tenures;
    private final Decisions decisions;
    private final Escalations escalations;
    private final Concerns concerns;
    private final Ballots ballots;
    private final Jobs jobs;
    private final TestClock clock;
    private final Hearing hearing;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;
    private Member sefa;
    private Subject stewards;

    StewardsToldTest(
            StewardshipExamples given,
            HandbookExamples examples,
            Nominations nominations,
            Recalls recalls,
            Tenures tenures,
            Decisions decisions,
            Escalations escalations,
            Concerns concerns,
            Ballots ballots,
            Jobs jobs,
            TestClock clock,
            Hearing hearing) {
        this.given = given;
        this.examples = examples;
        this.nominations = nominations;
        this.recalls = recalls;
        this.tenures = tenures;
        this.decisions = decisions;
        this.escalations = escalations;
        this.concerns = concerns;
        this.ballots = ballots;
        this.jobs = jobs;
        this.clock = clock;
        this.hearing = hearing;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = given.aCommunity();
        amara = harbour.steward();
        joaquin = given.aMember(harbour, "Joaquín");
        ngozi = given.aMember(harbour, "Ngozi");
        sefa = given.aMember(harbour, "Sefa");
        examples.overseeing(sefa, AREA);
        stewards = new Subject(harbour.community().id(), Subject.Kind.AREA, 0);
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Hearing.Heard byItself(Runnable act) {
        return hearing.of(harbour.community().id(), act);
    }

    private Subject nominated(Member by, Member nominee) {
        return nominations
                .nominate(by, AREA, nominee.person(), "They answer everybody", "")
                .subject();
    }

    private Subject decision(Subject nomination) {
        return Objects.requireNonNull(nominations.get(nomination).decision());
    }

    @Test
    void the_one_nominated_is_asked_and_nobody_else_hears_of_it() {
        Subject[] made = new Subject[1];
        hearing.of(joaquin, () -> made[0] = nominated(joaquin, ngozi))
                .asked(made[0], ngozi)
                .answered(made[0])
                .bound(made[0]);
        assertThat(hearing.waitsFor(ngozi)).containsExactly("waiting.nomination");
        assertThat(hearing.waitsFor(joaquin)).isEmpty();
        nominations.decline(ngozi, made[0]);
        assertThat(hearing.waitsFor(ngozi)).isEmpty();
    }

    @Test
    void whoever_nominated_hears_of_a_no_and_nobody_else_does() {
        Subject nomination = nominated(joaquin, ngozi);
        hearing.of(ngozi, () -> nominations.decline(ngozi, nomination))
                .answered(nomination, joaquin)
                .asked(nomination)
                .bound(nomination);
    }

    @Test
    void whoever_nominated_and_the_other_stewards_hear_of_a_yes() {
        Subject nomination = nominated(joaquin, ngozi);
        byItself(() -> nominations.accept(ngozi, nomination))
                .answered(nomination, joaquin, sefa)
                .asked(nomination)
                .bound(decision(nomination), amara, sefa, ngozi);
    }

    @Test
    void a_new_steward_whoever_nominated_them_and_the_other_stewards_hear_that_it_stands() {
        Subject nomination = given.accepted(joaquin, AREA, ngozi).subject();
        byItself(given::waitForSilence)
                .answered(nomination, ngozi, joaquin, sefa)
                .answered(decision(nomination), joaquin);
    }

    @Test
    void the_one_nominated_hears_that_the_community_says_no() {
        Subject nomination = given.accepted(joaquin, AREA, ngozi).subject();
        Subject asked = decision(nomination);
        concerns.raise(amara, asked, "She has two other areas", 0, null);
        concerns.answer(joaquin, asked, 1, "One of them ends in May");
        concerns.stand(amara, asked, 1, "May is far");
        while (method(asked) != Method.RANKED) aWindowPasses();
        byItself(this::aWindowPasses).answered(nomination, ngozi);
    }

    private Method method(Subject asked) {
        return decisions
                .get(asked.community(), escalations.latest(asked).number())
                .method();
    }

    private void aWindowPasses() {
        hearing.untilNow();
        clock.advance(Duration.ofDays(10));
        jobs.run("decisions.close");
    }

    @Test
    void the_same_hear_of_another_term() {
        seat(sefa, AREA, "2026-03-20");
        examples.overseeing(ngozi, AREA);
        Subject nomination = given.accepted(joaquin, AREA, sefa).subject();
        byItself(given::waitForSilence).answered(nomination, sefa, joaquin, ngozi);
    }

    private void seat(Member member, String area, String until) {
        examples.amend(
                amara,
                file -> file.with(
                        area, new Seat(given.handle(member), LocalDate.of(2025, 6, 1), LocalDate.parse(until))));
    }

    @Test
    void a_steward_is_asked_when_the_community_is_about_them() {
        Recall[] asked = new Recall[1];
        hearing.of(joaquin, () -> asked[0] = recalls.ask(joaquin, AREA, sefa.person(), "Silent since May"))
                .asked(asked[0].decision(), sefa, amara, ngozi)
                .answered(asked[0].subject());
    }

    @Test
    void whoever_is_recalled_hears_of_it() {
        Recall recall = recalls.ask(joaquin, AREA, sefa.person(), "Silent since May");
        byItself(() -> allSayYes(recall)).answered(recall.subject(), sefa).answered(recall.decision(), joaquin);
    }

    @Test
    void the_last_one_hears_that_the_recall_waits_for_another() {
        Recall recall = recalls.ask(joaquin, "", amara.person(), "She moved to Lisbon");
        byItself(() -> allSayYes(recall)).answered(recall.subject(), amara);
    }

    private void allSayYes(Recall recall) {
        Decision decision = decisions.get(amara.community(), recall.decision().number());
        for (Member member : new Member[] {amara, joaquin, ngozi, sefa})
            ballots.cast(member, decision.subject(), Ballot.Hand.YES, "", ballots.nonce(decision));
        clock.advance(Duration.ofDays(4));
        jobs.run("decisions.close");
    }

    @Test
    void whose_term_is_over_and_the_other_stewards_of_each_area_hear_of_it() {
        seat(ngozi, AREA, "2026-03-05");
        byItself(() -> given.later(5)).answered(stewards, ngozi, sefa);
    }

    @Test
    void who_oversees_two_areas_hears_of_the_end_of_each_term() {
        seat(ngozi, AREA, "2026-03-05");
        seat(ngozi, "kitchen", "2026-03-05");
        given.later(5);
        assertThat(given.told(ngozi)).filteredOn("term.told.over"::equals).hasSize(2);
    }

    @Test
    void the_other_stewards_hear_that_one_stepped_down() {
        seat(ngozi, AREA, "2026-12-05");
        hearing.of(ngozi, () -> tenures.stepDown(ngozi, AREA, false)).answered(stewards, sefa);
    }

    @Test
    void all_members_hear_that_the_last_one_stays_on() {
        seat(amara, "", "2026-03-05");
        byItself(() -> given.later(5)).bound(stewards, amara, joaquin, ngozi, sefa);
    }
}
