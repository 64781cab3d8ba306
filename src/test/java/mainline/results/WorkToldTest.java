package mainline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.Hearing;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.effort.Confirmations;
import mainline.effort.Contributions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.effort.Work;
import mainline.handbook.HandbookExamples;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.projects.Conveners;
import mainline.projects.Measure;
import mainline.projects.Plans;
import mainline.review.Reviews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hears of work on a project and of its evaluation. The idea is Ada's; Ben convenes the project, Cleo promised work. */
@MainlineTest
class WorkToldTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final HandbookExamples examples;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Contributions contributions;
    private final Confirmations confirmations;
    private final Efforts efforts;
    private final Ideas ideas;
    private final Plans plans;
    private final Conveners conveners;
    private final Practices practices;
    private final Trials trials;
    private final Verdicts verdicts;
    private final Jobs jobs;
    private final TestClock clock;
    private final Hearing hearing;
    private final Village village;
    private final Member ada;
    private final Member ben;
    private final Member cleo;
    private final Member dov;
    private Subject idea;
    private Subject project;

    WorkToldTest(
            HandbookExamples examples,
            Proposals proposals,
            Reviews reviews,
            Contributions contributions,
            Confirmations confirmations,
            Efforts efforts,
            Ideas ideas,
            Plans plans,
            Conveners conveners,
            Practices practices,
            Trials trials,
            Verdicts verdicts,
            Jobs jobs,
            TestClock clock,
            Hearing hearing,
            Village village) {
        this.examples = examples;
        this.proposals = proposals;
        this.reviews = reviews;
        this.contributions = contributions;
        this.confirmations = confirmations;
        this.efforts = efforts;
        this.ideas = ideas;
        this.plans = plans;
        this.conveners = conveners;
        this.practices = practices;
        this.trials = trials;
        this.verdicts = verdicts;
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
    void a_running_project() {
        clock.reset();
        idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2), EffortKind.IMPLEMENT, Hours.of(1)))
                .subject();
        promise(ben, EffortKind.DO, 2);
        promise(cleo, EffortKind.IMPLEMENT, 1);
        project = ((Idea.Adopted) ideas.get(idea).state()).project();
        conveners.take(ben, project);
        plans.set(ben, project, List.of(new Measure("Benches", "", "0", "5")), TODAY.plusDays(30), "");
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private void promise(Member member, EffortKind kind, int hours) {
        efforts.pledge(member, idea, new Promise(kind, Hours.of(hours), TODAY.plusDays(60)));
    }

    /** Written by Dov, approved and merged by Ada, who oversees the handbook. */
    private Subject aPractice(String path) {
        Change change = proposals.propose(
                dov,
                new Proposal(path, "", "# " + path + "\n\nOne at every corner.\n", "Say it", "It works.", "", project));
        reviews.approve(ada, change.subject(), change.version(), "");
        reviews.merge(ada, change.subject());
        return practices.at(ada.community(), path).orElseThrow().subject();
    }

    @Test
    void whoever_covers_the_need_first_is_asked_to_convene() {
        Subject other = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2), EffortKind.IMPLEMENT, Hours.of(1)))
                .subject();
        efforts.pledge(ben, other, new Promise(EffortKind.DO, Hours.of(2), TODAY));
        hearing.of(
                        cleo.community(),
                        () -> efforts.pledge(cleo, other, new Promise(EffortKind.IMPLEMENT, Hours.of(1), TODAY)))
                .asked(((Idea.Adopted) ideas.get(other).state()).project(), ben);
    }

    @Test
    void who_promised_effort_to_the_same_is_asked_to_confirm_work() {
        Subject[] made = new Subject[1];
        hearing.of(ben, () -> made[0] = log(ben)).asked(made[0], cleo).bound(made[0]);
        hearing.of(cleo, () -> confirmations.confirm(cleo, made[0], "")).answered(made[0], ben);
    }

    private Subject log(Member member) {
        return contributions
                .log(member, idea, new Work(EffortKind.DO, Hours.of(1), TODAY, "Built the first bench", ""))
                .subject();
    }

    @Test
    void whom_the_place_of_the_convener_is_offered_is_asked() {
        hearing.of(ben, () -> conveners.handOver(ben, project, examples.handle(dov)))
                .asked(project, dov);
        assertThat(hearing.waitsFor(dov)).contains("waiting.convener");
        hearing.of(dov, () -> conveners.take(dov, project)).asked(project).answered(project, ada, ben);
        assertThat(hearing.waitsFor(dov)).doesNotContain("waiting.convener");
    }

    @Test
    void whoever_may_give_the_verdict_is_asked_for_it() {
        aPractice("benches.md");
        clock.advance(Duration.ofDays(31));
        hearing.of(ada.community(), () -> jobs.run("open-evaluations")).asked(project, ada, ben);
    }

    @Test
    void the_stewards_of_each_page_that_came_of_it_are_asked() {
        aPractice("seats/benches.md");
        aPractice("paths/lanterns.md");
        examples.overseeing(cleo, "seats");
        examples.overseeing(dov, "paths");
        clock.advance(Duration.ofDays(31));
        hearing.of(ada.community(), () -> jobs.run("open-evaluations")).asked(project, ada, ben, cleo, dov);
    }

    @Test
    void whose_project_it_was_hears_of_trials_and_of_the_verdict() {
        Subject practice = aPractice("benches.md");
        Subject[] made = new Subject[1];
        hearing.of(
                        dov,
                        () -> made[0] = trials.report(
                                        dov,
                                        practice,
                                        new Report("Here", TODAY, "", "", "People sat down.", Trial.Keep.YES))
                                .subject())
                .answered(made[0], ada, ben);
        clock.advance(Duration.ofDays(31));
        jobs.run("open-evaluations");
        hearing.of(
                        ben,
                        () -> made[0] = verdicts.give(
                                        ben,
                                        project,
                                        Verdict.Choice.KEEP,
                                        "Half as long a walk.",
                                        "",
                                        0,
                                        Locale.ENGLISH)
                                .subject())
                .answered(made[0], ada);
    }
}
