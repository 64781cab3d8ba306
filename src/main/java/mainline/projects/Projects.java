package mainline.projects;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Numbers;
import mainline.community.Viewer;
import mainline.discussion.Discussions;
import mainline.effort.Contributions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.NeedCovered;
import mainline.ideas.Idea;
import mainline.ideas.IdeaCited;
import mainline.ideas.Ideas;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The projects of a community: how they begin, what they are, how they end. */
@Component
public class Projects {
    private final ProjectStore store;
    private final PlanStore plans;
    private final TaskStore tasks;
    private final Ideas ideas;
    private final Efforts efforts;
    private final Contributions contributions;
    private final Discussions discussions;
    private final Chain chain;
    private final Numbers numbers;
    private final Counts counts;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Projects(
            ProjectStore store,
            PlanStore plans,
            TaskStore tasks,
            Ideas ideas,
            Efforts efforts,
            Contributions contributions,
            Discussions discussions,
            Chain chain,
            Numbers numbers,
            Counts counts,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.plans = plans;
        this.tasks = tasks;
        this.ideas = ideas;
        this.efforts = efforts;
        this.contributions = contributions;
        this.discussions = discussions;
        this.chain = chain;
        this.numbers = numbers;
        this.counts = counts;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    public Optional<Project> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing when there is none */
    public Project get(Subject project) {
        return find(project.community(), project.number())
                .orElseThrow(() -> new Missing("project " + project.number()));
    }

    /**
     * The same as these eyes see it.
     *
     * @throws Missing when they do not
     */
    public Project get(Viewer viewer, Subject project) {
        return get(viewer.at(project));
    }

    /** Each of these projects by its number, in one question to the database. */
    public Map<Long, Project> all(CommunityId community, Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : store.all(community, numbers);
    }

    /** The same as {@link #get(Subject)}, held until the transaction ends. */
    public Project hold(Subject project) {
        store.lock(project);
        return get(project);
    }

    /** Newest first. */
    public Paged<Project> newest(Viewer viewer, Cursor before, int size) {
        return Paged.of(
                store.newest(viewer.community().id(), before.or(Long.MAX_VALUE), size + 1),
                size,
                project -> project.subject().number());
    }

    /** What it is judged by and when; nothing until the convener has set it. */
    public Optional<Plan> plan(Subject project) {
        return plans.current(project);
    }

    /** Tasks of running projects that nobody has claimed, the newest first. */
    public List<OpenTask> openTasks(Viewer viewer, int most) {
        CommunityId community = viewer.community().id();
        List<Task> open = tasks.unclaimed(community, most);
        Map<Long, Project> found = all(
                community, open.stream().map(task -> task.project().number()).toList());
        return open.stream()
                .map(task -> new OpenTask(
                        task, Objects.requireNonNull(found.get(task.project().number()))))
                .toList();
    }

    /** Whether this person convenes the project, has promised it effort, or has worked on it. */
    public boolean isTeam(Project project, PersonId person) {
        return project.isConvener(person)
                || !efforts.pledges(project.idea(), person).isEmpty()
                || contributions.hasWorked(project.idea(), person);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void serves(IdeaCited cited) {
        store.serve(cited.idea(), cited.clause());
    }

    /** When a project last began to serve each clause. */
    Map<Integer, Instant> latest(CommunityId community) {
        return store.latest(community);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(NeedCovered covered) {
        Idea idea = ideas.get(covered.idea());
        Subject subject = numbers.next(covered.idea().community(), Subject.Kind.PROJECT);
        store.add(subject, idea, clock.instant());
        counts.add(subject.community(), Count.PROJECTS, 1);
        discussions.open(subject, idea.title());
        efforts.firstPledger(idea.subject(), EffortKind.DO)
                .ifPresent(first -> store.offer(subject, first, clock.instant()));
        link(get(subject));
        record.add(Act.byItself(
                ProjectVerb.STARTED, subject, idea.title(), "" + idea.subject().number()));
        events.publishEvent(new ProjectStarted(idea.subject(), subject));
    }

    /**
     * Ends a project with its verdict; it takes no more pledges.
     *
     * @param how keep, revise or retire
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Subject subject, String how) {
        Project project = hold(subject);
        if (!project.isRunning()) return;
        store.end(subject, how, clock.instant());
        efforts.close(project.idea());
        link(get(subject));
    }

    /** Puts the project's present state on its line. */
    void link(Project project) {
        Reason note = !project.isRunning()
                ? Reason.of("chain.project.ended")
                : project.review() == null
                        ? Reason.of("chain.project.begun")
                        : Reason.of("chain.project.review", project.review());
        chain.put(
                chain.threadOf(project.idea()),
                new Node(
                        project.subject(),
                        Step.PROJECT,
                        Reason.of("chain.project", project.subject().number()),
                        note,
                        project.path(),
                        !project.isRunning()));
    }
}
