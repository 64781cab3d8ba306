package mainline.projects;

import java.time.Clock;
import java.util.List;
import mainline.community.MeantPeople;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.effort.Efforts;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The convener's place: offered to the first who promised to do something, then free to any pledger, handed over by its holder. */
@Component
public class Conveners {
    private final ProjectStore store;
    private final Projects projects;
    private final Efforts efforts;
    private final People people;
    private final MeantPeople meant;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Conveners(
            ProjectStore store,
            Projects projects,
            Efforts efforts,
            People people,
            MeantPeople meant,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.projects = projects;
        this.efforts = efforts;
        this.people = people;
        this.meant = meant;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    /** Whether this person could take the place now: it is offered to them, or it is free and they have promised effort. */
    public boolean mayTake(Project project, PersonId person) {
        if (!project.isRunning() || project.isConvener(person)) return false;
        if (project.offer() != null) return project.isOfferedTo(person);
        return project.convener() == null
                && !efforts.pledges(project.idea(), person).isEmpty();
    }

    @Transactional
    public void take(Member member, Subject subject) {
        Project project = projects.hold(subject);
        if (!mayTake(project, member.person())) throw Refused.because("", "convener.not-free");
        store.dropOffer(subject);
        store.convene(subject, member.person(), clock.instant());
        record.add(Act.by(member.person(), ProjectVerb.CONVENER_TOOK, subject, project.title()));
        tellFormer(member, project);
    }

    /** Whoever offered the place hears that it was taken; it is theirs no more, so that the record would not tell them. */
    private void tellFormer(Member member, Project project) {
        Project.Convener former = project.convener();
        if (former == null || former.person().equals(member.person())) return;
        String by = people.names(List.of(member.person()));
        events.publishEvent(Notice.answered(
                former.person(), project.subject(), Reason.of("convener.told.took", by, project.title())));
    }

    /** Says no to the offer; without a convener the place is then free to anyone who has promised effort. */
    @Transactional
    public void decline(Member member, Subject subject) {
        Project project = projects.hold(subject);
        if (!project.isOfferedTo(member.person())) throw Refused.because("", "convener.no-offer");
        store.dropOffer(subject);
        record.add(Act.by(member.person(), ProjectVerb.CONVENER_DECLINED, subject, project.title()));
    }

    /**
     * The convener offers the place to another member, and keeps it until that member has taken it.
     *
     * @throws Refused for the field {@code handle}
     */
    @Transactional
    public void handOver(Member member, Subject subject, String handle) {
        Project project = projects.hold(subject);
        if (!project.isRunning() || !project.isConvener(member.person())) throw Refused.because("", "convener.not-you");
        Person to = meant.member(member.community(), handle, "handle", "convener.nobody");
        if (to.id().equals(member.person())) throw Refused.because("handle", "convener.nobody");
        store.offer(subject, to.id(), clock.instant());
        record.add(Act.by(member.person(), ProjectVerb.CONVENER_OFFERED, subject, project.title(), to.name()));
        String by = people.names(List.of(member.person()));
        events.publishEvent(Notice.asked(to.id(), subject, Reason.of("convener.told.offered", by, project.title())));
    }
}
