package mainline.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Cursor;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MainlineTest
class ProjectTest {
    private static final Measure MINUTES = new Measure("Minutes to the next bench", "walked by Dov", "12", "5");

    private final Projects projects;
    private final Conveners conveners;
    private final Plans plans;
    private final Tasks tasks;
    private final Updates updates;
    private final Efforts efforts;
    private final Ideas ideas;
    private final People people;
    private final Chain chain;
    private final PublicRecord record;
    private final TestClock clock;
    private final Village village;
    private Subject project;

    ProjectTest(
            Projects projects,
            Conveners conveners,
            Plans plans,
            Tasks tasks,
            Updates updates,
            Efforts efforts,
            Ideas ideas,
            People people,
            Chain chain,
            PublicRecord record,
            TestClock clock,
            Village village) {
        this.projects = projects;
        this.conveners = conveners;
        this.plans = plans;
        this.tasks = tasks;
        this.updates = updates;
        this.efforts = efforts;
        this.ideas = ideas;
        this.people = people;
        this.chain = chain;
        this.record = record;
        this.clock = clock;
        this.village = village;
    }

    /** Ben promised to do it first, Cleo tests it. */
    @BeforeEach
    void a_project() {
        clock.reset();
        Idea idea = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2), EffortKind.TEST, Hours.of(1)));
        pledge(village.ben, idea, EffortKind.DO, 2);
        pledge(village.cleo, idea, EffortKind.TEST, 1);
        project = ((Idea.Adopted) ideas.get(idea.subject()).state()).project();
    }

    private void pledge(Member member, Idea idea, EffortKind kind, int hours) {
        efforts.pledge(member, idea.subject(), new Promise(kind, Hours.of(hours), LocalDate.of(2026, 5, 4)));
    }

    private Project now() {
        return projects.get(project);
    }

    private String handle(Member member) {
        return people.get(member.person()).handle();
    }

    @Test
    void the_convener_place_is_offered_to_the_first_who_promised_to_do_something() {
        assertThat(now().isOfferedTo(village.ben.person())).isTrue();
        assertThatThrownBy(() -> conveners.take(village.cleo, project)).isInstanceOf(Refused.class);
        conveners.take(village.ben, project);
        assertThat(now().isConvener(village.ben.person())).isTrue();
        assertThat(now().offer()).isNull();
    }

    @Test
    void a_declined_place_is_free_to_anyone_who_promised_effort() {
        conveners.decline(village.ben, project);
        assertThatThrownBy(() -> conveners.take(village.dov, project)).isInstanceOf(Refused.class);
        conveners.take(village.cleo, project);
        assertThat(now().isConvener(village.cleo.person())).isTrue();
    }

    @Test
    void a_place_handed_over_is_kept_until_the_other_takes_it() {
        conveners.take(village.ben, project);
        conveners.handOver(village.ben, project, "@" + handle(village.dov));
        assertThat(now().isConvener(village.ben.person())).isTrue();
        conveners.take(village.dov, project);
        assertThat(now().isConvener(village.dov.person())).isTrue();
        assertThat(record.list(village.community.id(), RecordFilter.about(project), 0, 9)
                        .items())
                .extracting(entry -> entry.act().verb())
                .containsExactly("convener.took", "convener.offered", "convener.took", "project.started");
    }

    @Test
    void only_the_convener_sets_how_a_project_is_judged() {
        assertThatThrownBy(() -> plan(village.ben, LocalDate.of(2026, 6, 1), ""))
                .isInstanceOf(Refused.class);
        conveners.take(village.ben, project);
        plan(village.ben, LocalDate.of(2026, 6, 1), "");
        assertThat(projects.plan(project).orElseThrow().measures()).containsExactly(MINUTES);
        assertThat(now().review()).isEqualTo(LocalDate.of(2026, 6, 1));
    }

    private void plan(Member member, LocalDate review, String why) {
        plans.set(member, project, List.of(MINUTES), review, why);
    }

    @Test
    void a_review_is_moved_only_with_a_reason_and_not_once_its_day_has_come() {
        conveners.take(village.ben, project);
        plan(village.ben, LocalDate.of(2026, 6, 1), "");
        assertThatThrownBy(() -> plan(village.ben, LocalDate.of(2026, 7, 1), " "))
                .isInstanceOf(Refused.class);
        plan(village.ben, LocalDate.of(2026, 7, 1), "It rained all spring.");
        assertThat(record.list(village.community.id(), RecordFilter.about(project), 0, 1)
                        .items())
                .extracting(entry -> entry.act().verb())
                .containsExactly("review.moved");
        clock.advance(Duration.ofDays(122));
        assertThatThrownBy(() -> plan(village.ben, LocalDate.of(2026, 9, 1), "Later"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_task_is_had_by_one_member_at_a_time() {
        Task task = tasks.add(village.ben, project, "Ask the carpenter");
        tasks.claim(village.dov, task.subject());
        assertThatThrownBy(() -> tasks.claim(village.cleo, task.subject())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tasks.finish(village.cleo, task.subject())).isInstanceOf(Refused.class);
        tasks.release(village.dov, task.subject());
        tasks.claim(village.cleo, task.subject());
        tasks.finish(village.cleo, task.subject());
        assertThat(tasks.find(task.subject().community(), task.subject().number())
                        .orElseThrow()
                        .state())
                .isInstanceOf(Task.Finished.class);
        assertThatThrownBy(() -> tasks.claim(village.dov, task.subject())).isInstanceOf(Refused.class);
    }

    @Test
    void only_the_team_adds_tasks_and_posts_updates() {
        assertThatThrownBy(() -> tasks.add(village.dov, project, "Something")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> updates.post(village.dov, project, "Hello")).isInstanceOf(Refused.class);
        updates.post(village.cleo, project, "The first bench stands.");
        assertThat(updates.of(new Viewer(village.community, null, false, () -> 0), project, Cursor.START, 9)
                        .items())
                .hasSize(1);
    }

    @Test
    void a_running_project_takes_pledges_beyond_its_need() {
        Subject idea = now().idea();
        efforts.pledge(village.dov, idea, new Promise(EffortKind.SUPPORT, Hours.of(1), LocalDate.of(2026, 5, 4)));
        assertThat(efforts.of(idea).pledged()).isEqualTo(Hours.of(4));
    }

    @Test
    void a_project_stands_on_the_line_of_its_idea() {
        assertThat(chain.nodes(project))
                .extracting(Node::step)
                .containsExactly(Step.CLAUSE, Step.IDEA, Step.BACKING, Step.PROJECT);
        assertThat(chain.threadOf(project)).isEqualTo(now().idea());
    }
}
