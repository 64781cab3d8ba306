package mainline.projects;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Viewer;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.record.Verb;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of projects: added by the team, claimed by any member, finished by whoever claimed them. */
@Component
public class Tasks {
    private final TaskStore store;
    private final Projects projects;
    private final Numbers numbers;
    private final PublicRecord record;
    private final Clock clock;

    Tasks(TaskStore store, Projects projects, Numbers numbers, PublicRecord record, Clock clock) {
        this.store = store;
        this.projects = projects;
        this.numbers = numbers;
        this.record = record;
        this.clock = clock;
    }

    public Optional<Task> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing for eyes that do not see it, or not its project */
    public Task get(Viewer viewer, long number) {
        Task task = find(viewer.community().id(), number).orElseThrow(() -> new Missing("task " + number));
        viewer.at(task.subject());
        viewer.at(task.project());
        return task;
    }

    /** In the order they were added. */
    public Paged<Task> of(Viewer viewer, Subject project, Cursor after, int size) {
        return Paged.of(
                store.of(viewer.at(project), after.or(0), size + 1),
                size,
                task -> task.subject().number());
    }

    /** Those of running projects that nobody has claimed, the newest first. */
    List<OpenTask> unclaimed(Viewer viewer, int most) {
        CommunityId community = viewer.community().id();
        List<Task> open = store.unclaimed(community, most);
        Map<Long, Project> found = projects.all(
                community, open.stream().map(task -> task.project().number()).toList());
        return open.stream()
                .map(task -> new OpenTask(
                        task, Objects.requireNonNull(found.get(task.project().number()))))
                .toList();
    }

    /** @throws Refused for the field {@code title}, or as a whole for who is not on the team */
    @Transactional
    public Task add(Member member, Subject subject, String title) {
        Project project = running(subject);
        new Refused.Check()
                .text(title, "title", 200)
                .that(title.strip().lines().count() <= 1, "title", "task.one-line")
                .that(projects.isTeam(project, member.person()), "", "project.team-only")
                .orRefuse();
        Task task = new Task(
                numbers.next(member.community(), Subject.Kind.TASK),
                subject,
                title.strip(),
                member.person(),
                clock.instant(),
                new Task.Open());
        store.add(task);
        tell(ProjectVerb.TASK_ADDED, member.person(), task, project);
        return task;
    }

    @Transactional
    public void claim(Member member, Subject subject) {
        Task task = hold(subject);
        Project project = running(task.project());
        if (!(task.state() instanceof Task.Open)) throw Refused.because("", "task.taken");
        store.claim(subject, member.person(), clock.instant());
        tell(ProjectVerb.TASK_CLAIMED, member.person(), task, project);
    }

    /** Gives a task back, by who claimed it or the convener. */
    @Transactional
    public void release(Member member, Subject subject) {
        Task task = hold(subject);
        Project project = running(task.project());
        mayHandle(member, task, project);
        store.release(subject, clock.instant());
        tell(ProjectVerb.TASK_RELEASED, member.person(), task, project);
    }

    /** Finishes a task, by who claimed it or the convener. */
    @Transactional
    public void finish(Member member, Subject subject) {
        Task task = hold(subject);
        Project project = running(task.project());
        mayHandle(member, task, project);
        store.finish(subject, member.person(), clock.instant());
        tell(ProjectVerb.TASK_FINISHED, member.person(), task, project);
    }

    private static void mayHandle(Member member, Task task, Project project) {
        boolean may = task.state() instanceof Task.Claimed claimed
                && (claimed.by().equals(member.person()) || project.isConvener(member.person()));
        if (!may) throw Refused.because("", "task.not-yours");
    }

    private Task hold(Subject task) {
        store.lock(task);
        return find(task.community(), task.number()).orElseThrow(() -> new Missing("task " + task.number()));
    }

    private Project running(Subject subject) {
        Project project = projects.get(subject);
        if (!project.isRunning()) throw Refused.because("", "project.over");
        return project;
    }

    private void tell(Verb verb, PersonId by, Task task, Project project) {
        record.add(Act.by(by, verb, task.subject(), task.title(), project.title()));
    }
}
