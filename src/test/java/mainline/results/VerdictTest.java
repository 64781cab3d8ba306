package mainline.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.projects.Conveners;
import mainline.projects.Measure;
import mainline.projects.Plans;
import mainline.projects.Projects;
import mainline.record.Entry;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a page in the handbook over trials to a verdict, and round to the next change. */
@MainlineTest
class VerdictTest {
    private static final LocalDate REVIEW = LocalDate.of(2026, 6, 1);

    private final Practices practices;
    private final Trials trials;
    private final Evaluations evaluations;
    private final Verdicts verdicts;
    private final Results results;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Projects projects;
    private final Plans plans;
    private final Conveners conveners;
    private final Efforts efforts;
    private final Ideas ideas;
    private final Chain chain;
    private final Counts counts;
    private final PublicRecord record;
    private final Jobs jobs;
    private final TestClock clock;
    private final Village village;
    private Subject project;

    VerdictTest(
            Practices practices,
            Trials trials,
            Evaluations evaluations,
            Verdicts verdicts,
            Results results,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Projects projects,
            Plans plans,
            Conveners conveners,
            Efforts efforts,
            Ideas ideas,
            People people,
            Founding founding,
            Communities communities,
            Chain chain,
            Counts counts,
            PublicRecord record,
            Jobs jobs,
            TestClock clock) {
        this.practices = practices;
        this.trials = trials;
        this.evaluations = evaluations;
        this.verdicts = verdicts;
        this.results = results;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.projects = projects;
        this.plans = plans;
        this.conveners = conveners;
        this.efforts = efforts;
        this.ideas = ideas;
        this.chain = chain;
        this.counts = counts;
        this.record = record;
        this.jobs = jobs;
        this.clock = clock;
        clock.reset();
        this.village = new Village(people, founding, communities, ideas);
    }

    /** Ben convenes it; Cleo promised to put it into practice. It is judged on the first of June. */
    @BeforeEach
    void a_running_project() {
        clock.reset();
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2), EffortKind.IMPLEMENT, Hours.of(1)));
        LocalDate may = LocalDate.of(2026, 5, 4);
        efforts.pledge(village.ben, idea.subject(), new Promise(EffortKind.DO, Hours.of(2), may));
        efforts.pledge(village.cleo, idea.subject(), new Promise(EffortKind.IMPLEMENT, Hours.of(1), may));
        project = ((Idea.Adopted) ideas.get(idea.subject()).state()).project();
        conveners.take(village.ben, project);
        plans.set(village.ben, project, List.of(new Measure("Minutes to a bench", "", "12", "5")), REVIEW, "");
    }

    /** Written by Ben, approved and merged by Ada, who oversees the handbook. */
    private Practice aPractice() {
        Change change = proposals.propose(
                village.ben,
                new Proposal(
                        "benches.md",
                        "",
                        "# Benches\n\nOne at every corner.\n",
                        "Say where benches go",
                        "It works.",
                        "",
                        project));
        reviews.approve(village.ada, change.subject(), change.version(), "");
        reviews.merge(village.ada, change.subject());
        return practices.at(village.community.id(), "benches.md").orElseThrow();
    }

    private Trial tried(Member member, Practice practice, Trial.Keep keep) {
        return trials.report(
                member,
                practice.subject(),
                new Report("Harbour *street*", LocalDate.of(2026, 3, 1), "12", "6 min", "People sat down.", keep));
    }

    private void theDayComes() {
        clock.advance(Duration.ofDays(92));
        jobs.run("open-evaluations");
    }

    private Verdict give(Member member, Verdict.Choice choice) {
        return verdicts.give(member, project, choice, "Half as long a walk.", "", 0, Locale.ENGLISH);
    }

    private List<String> verbs(Subject about) {
        return record.list(village.community.id(), RecordFilter.about(about), 0, 20).items().stream()
                .map(Entry::act)
                .map(mainline.record.Act::verb)
                .toList();
    }

    @Test
    void a_merged_change_from_a_project_makes_its_page_a_practice() {
        Practice practice = aPractice();
        assertThat(practice.title()).isEqualTo("Benches");
        assertThat(practice.project()).isEqualTo(project);
        assertThat(chain.nodes(project))
                .extracting(Node::step)
                .contains(Step.PROJECT, Step.CHANGE, Step.HANDBOOK, Step.TRIALS);
    }

    @Test
    void a_withdrawn_trial_does_not_count() {
        Practice practice = aPractice();
        Trial trial = tried(village.cleo, practice, Trial.Keep.YES);
        tried(village.dov, practice, Trial.Keep.CHANGES);
        assertThat(practices.evidence(practice)).isEqualTo(new Evidence(1, 1, 0));
        assertThatThrownBy(() -> trials.withdraw(village.dov, trial.subject())).isInstanceOf(Refused.class);
        trials.withdraw(village.cleo, trial.subject());
        trials.withdraw(village.cleo, trial.subject());
        assertThat(practices.evidence(practice)).isEqualTo(new Evidence(0, 1, 0));
        assertThat(counts.of(village.community.id())).containsEntry(Count.TRIALS, 1L);
    }

    @Test
    void who_promised_to_implement_is_asked_how_it_went_until_they_say() {
        Practice practice = aPractice();
        assertThat(results.trialsAsked(village.ben, 9)).isEmpty();
        assertThat(results.trialsAsked(village.cleo, 9)).containsExactly(practice);
        tried(village.cleo, practice, Trial.Keep.YES);
        assertThat(results.trialsAsked(village.cleo, 9)).isEmpty();
    }

    @Test
    void before_and_after_are_numbers_where_people_wrote_numbers() {
        assertThat(Trial.number("6 min")).isEqualTo(6.0);
        assertThat(Trial.number(" 4,5")).isEqualTo(4.5);
        assertThat(Trial.number("-2")).isEqualTo(-2.0);
        assertThat(List.of("", "nobody came", "2 of 7", "NaN", "99999999999999999999"))
                .allSatisfy(words -> assertThat(Trial.number(words)).isNull());
    }

    @Test
    void the_evaluation_opens_by_itself_on_the_day_and_not_before() {
        jobs.run("open-evaluations");
        assertThat(evaluations.opened(project)).isEmpty();
        theDayComes();
        assertThat(evaluations.opened(project)).isPresent();
        assertThat(results.verdictsDue(village.community.id(), 9))
                .extracting(due -> due.project().subject())
                .containsExactly(project);
    }

    @Test
    void the_evaluation_opens_exactly_once_however_many_try() throws Exception {
        clock.advance(Duration.ofDays(92));
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++)
                threads.submit(() -> {
                    start.await();
                    evaluations.open(project);
                    return null;
                });
            start.countDown();
        }
        jobs.run("open-evaluations");
        assertThat(verbs(project).stream().filter("evaluation.opened"::equals)).hasSize(1);
    }

    @Test
    void a_moved_review_opens_on_its_new_day_only() {
        plans.set(
                village.ben, project, List.of(new Measure("Minutes", "", "", "")), REVIEW.plusMonths(1), "It rained.");
        theDayComes();
        assertThat(evaluations.opened(project)).isEmpty();
        clock.advance(Duration.ofDays(30));
        jobs.run("open-evaluations");
        assertThat(evaluations.opened(project)).isPresent();
    }

    @Test
    void only_the_convener_or_a_steward_judges_and_only_once_it_is_open() {
        aPractice();
        assertThatThrownBy(() -> give(village.ben, Verdict.Choice.KEEP)).isInstanceOf(Refused.class);
        theDayComes();
        assertThatThrownBy(() -> give(village.cleo, Verdict.Choice.KEEP)).isInstanceOf(Refused.class);
        Verdict verdict = give(village.ada, Verdict.Choice.KEEP);
        assertThat(verdict.choice()).isEqualTo(Verdict.Choice.KEEP);
        assertThatThrownBy(() -> give(village.ben, Verdict.Choice.RETIRE)).isInstanceOf(Refused.class);
        assertThat(results.verdictsDue(village.community.id(), 9)).isEmpty();
    }

    @Test
    void a_verdict_ends_the_project_and_its_pledging() {
        theDayComes();
        give(village.ben, Verdict.Choice.RETIRE);
        assertThat(projects.get(project).isRunning()).isFalse();
        Subject idea = projects.get(project).idea();
        Promise late = new Promise(EffortKind.DO, Hours.of(1), LocalDate.of(2026, 7, 1));
        assertThatThrownBy(() -> efforts.pledge(village.dov, idea, late)).isInstanceOf(Refused.class);
    }

    @Test
    void nothing_can_be_revised_where_nothing_was_written() {
        theDayComes();
        assertThatThrownBy(() -> give(village.ben, Verdict.Choice.REVISE)).isInstanceOf(Refused.class);
        assertThat(projects.get(project).isRunning()).isTrue();
    }

    @Test
    void revise_opens_a_draft_change_on_the_page_that_cites_the_trials() {
        Practice practice = aPractice();
        tried(village.cleo, practice, Trial.Keep.YES);
        Trial unhappy = tried(village.dov, practice, Trial.Keep.CHANGES);
        theDayComes();
        Verdict verdict = give(village.ben, Verdict.Choice.REVISE);
        Change draft = changes.get(verdict.change());
        assertThat(draft.isDraft()).isTrue();
        assertThat(draft.paths()).containsExactly("benches.md");
        assertThat(draft.from()).isEqualTo(verdict.subject());
        assertThat(draft.why()).contains("Trial " + unhappy.subject().number()).doesNotContain("null");
        assertThat(chain.threadOf(draft.subject())).isEqualTo(chain.threadOf(project));
        assertThat(chain.at(project, Step.VERDICT)).isPresent();
        assertThat(verbs(verdict.subject())).containsExactly("verdict.revise");
    }

    @Test
    void a_steward_declares_any_page_a_practice_and_nobody_else() {
        Change change = proposals.propose(
                village.ben,
                new Proposal(
                        "paths.md", "", "# Paths\n\nKept clear.\n", "Say who clears paths", "It helps.", "", null));
        reviews.approve(village.ada, change.subject(), change.version(), "");
        reviews.merge(village.ada, change.subject());
        assertThat(practices.at(village.community.id(), "paths.md")).isEmpty();
        assertThatThrownBy(() -> practices.declare(village.ben, "paths.md")).isInstanceOf(Refused.class);
        assertThat(practices.declare(village.ada, "paths.md").title()).isEqualTo("Paths");
    }
}
