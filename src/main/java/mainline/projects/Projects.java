package mainline.projects;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Listing;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.community.Viewer;
import mainline.discussion.Discussions;
import mainline.effort.Contributions;
import mainline.effort.Efforts;
import mainline.ideas.Idea;
import mainline.ideas.IdeaCited;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The projects of a community: how they begin, what they are, how they end. */
@Component
public class Projects {
    private final ProjectStore store;
    private final PlanStore plans;
    private final Efforts efforts;
    private final Contributions contributions;
    private final Discussions discussions;
    private final ProjectLine line;
    private final Numbers numbers;
    private final Counts counts;
    private final Clock clock;

    Projects(
            ProjectStore store,
            PlanStore plans,
            Efforts efforts,
            Contributions contributions,
            Discussions discussions,
            ProjectLine line,
            Numbers numbers,
            Counts counts,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.efforts = efforts;
        this.contributions = contributions;
        this.discussions = discussions;
        this.line = line;
        this.numbers = numbers;
        this.counts = counts;
        this.clock = clock;
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

    Listing<Project> in(CommunityId community) {
        return new ProjectListing(store, efforts, community);
    }

    /** Projects that run and that this person convenes, the newest first. */
    public List<Project> convenedBy(Member member, int most) {
        return store.convenedBy(member.community(), member.person(), most);
    }

    /** Projects that run and whose convener's place is offered to this person, the newest first. */
    List<Project> offeredTo(Member member, int most) {
        return store.offeredTo(member.community(), member.person(), most);
    }

    /** What it is judged by and when; nothing until the convener has set it. */
    public Optional<Plan> plan(Subject project) {
        return plans.current(project);
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

    /** A new project that carries the idea out. */
    Subject add(Idea idea) {
        Subject subject = numbers.next(idea.subject().community(), Subject.Kind.PROJECT);
        store.add(subject, idea, clock.instant());
        counts.add(subject.community(), Count.PROJECTS, 1);
        discussions.open(subject, idea.title());
        return subject;
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
        line.put(get(subject));
    }
}
