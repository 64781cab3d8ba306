package mainline.results;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.community.Member;
import mainline.community.Numbers;
import mainline.handbook.Stewards;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.projects.Project;
import mainline.projects.Projects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keep, revise or retire: given by the convener or a steward of the page once the evaluation is open. */
@Component
public class Verdicts {
    private final VerdictStore store;
    private final Practices practices;
    private final Projects projects;
    private final Revision revision;
    private final Stewards stewards;
    private final Announcement announcement;
    private final Interests interests;
    private final Numbers numbers;
    private final Clock clock;

    Verdicts(
            VerdictStore store,
            Practices practices,
            Projects projects,
            Revision revision,
            Stewards stewards,
            Announcement announcement,
            Interests interests,
            Numbers numbers,
            Clock clock) {
        this.store = store;
        this.practices = practices;
        this.projects = projects;
        this.revision = revision;
        this.stewards = stewards;
        this.announcement = announcement;
        this.interests = interests;
        this.numbers = numbers;
        this.clock = clock;
    }

    public Optional<Verdict> find(CommunityId community, long number) {
        return store.find(community, number);
    }

    /** @throws Missing when there is none */
    public Verdict get(Subject verdict) {
        return find(verdict.community(), verdict.number())
                .orElseThrow(() -> new Missing("verdict " + verdict.number()));
    }

    /** The last verdict on each of these practices that has one, in one question to the database. */
    public Map<Long, Verdict> last(CommunityId community, Collection<Long> practices) {
        return practices.isEmpty() ? Map.of() : store.last(community, practices);
    }

    public Optional<Verdict> on(Subject project) {
        return store.on(project);
    }

    /** Whether this person may judge the project: its convener and the stewards of what it brought about may. */
    public boolean mayJudge(Project project, PersonId person) {
        if (project.isConvener(person)) return true;
        List<Practice> left = practices.of(project.subject());
        CommunityId community = project.subject().community();
        if (left.isEmpty()) return stewards.oversees(community, person, "");
        return left.stream().anyMatch(practice -> stewards.oversees(community, person, practice.page()));
    }

    /**
     * Gives the verdict, which ends the project. To revise opens a draft change of the page that cites the trials.
     *
     * @param page the number of the practice judged, 0 for the project's newest
     * @param interest what the member gains by it; empty for nothing
     * @param language in which that draft is written
     * @throws Refused for {@code choice}, {@code reason}, {@code practice} and {@code interest}, or as a whole
     */
    @Transactional
    public Verdict give(
            Member member,
            Subject subject,
            Verdict.@Nullable Choice choice,
            String reason,
            String interest,
            long page,
            Locale language) {
        Project project = projects.hold(subject);
        Practice practice = practices.of(subject).stream()
                .filter(each -> page == 0 || each.subject().number() == page)
                .findFirst()
                .orElse(null);
        check(member, project, practice, choice, reason);
        Verdict verdict = new Verdict(
                numbers.next(member.community(), Subject.Kind.VERDICT),
                subject,
                practice == null ? null : practice.subject(),
                member.person(),
                Objects.requireNonNull(choice),
                reason.strip(),
                clock.instant(),
                null);
        store.add(verdict);
        announcement.of(verdict, project);
        interests.declare(member.person(), Declared.Act.VERDICT, verdict.subject(), project.title(), interest);
        if (practice != null && choice == Verdict.Choice.REVISE)
            revision.draft(verdict, practice, asked(project), language);
        projects.end(subject, verdict.choice().name().toLowerCase(Locale.ROOT));
        return get(verdict.subject());
    }

    private void check(
            Member member,
            Project project,
            @Nullable Practice practice,
            Verdict.@Nullable Choice choice,
            String reason) {
        new Refused.Check()
                .that(mayJudge(project, member.person()), "", "verdict.not-yours")
                .that(store.opened(project.subject()).isPresent(), "", "verdict.not-open")
                .that(store.on(project.subject()).isEmpty(), "", "verdict.given")
                .that(choice != null, "choice", "verdict.choose")
                .that(choice != Verdict.Choice.REVISE || practice != null, "choice", "verdict.nothing-to-revise")
                .text(reason, "reason", 2000)
                .orRefuse();
    }

    private static @Nullable PersonId asked(Project project) {
        return project.convener() == null ? null : project.convener().person();
    }
}
