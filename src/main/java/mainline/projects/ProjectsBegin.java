package mainline.projects;

import java.time.Clock;
import mainline.community.Notice;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.NeedCovered;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A project begins when the effort that its idea needs is pledged; whoever first pledged to do it is asked to convene. */
@Component
class ProjectsBegin {
    private final Projects projects;
    private final ProjectStore store;
    private final Ideas ideas;
    private final Efforts efforts;
    private final ProjectLine line;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProjectsBegin(
            Projects projects,
            ProjectStore store,
            Ideas ideas,
            Efforts efforts,
            ProjectLine line,
            PublicRecord record,
            Clock clock,
            ApplicationEventPublisher events) {
        this.projects = projects;
        this.store = store;
        this.ideas = ideas;
        this.efforts = efforts;
        this.line = line;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(NeedCovered covered) {
        Idea idea = ideas.get(covered.idea());
        Subject subject = projects.add(idea);
        efforts.firstPledger(idea.subject(), EffortKind.DO).ifPresent(first -> {
            store.offer(subject, first, clock.instant());
            events.publishEvent(Notice.asked(first, subject, Reason.of("convener.told.free", idea.title())));
        });
        line.put(projects.get(subject));
        record.add(Act.byItself(
                ProjectVerb.STARTED, subject, idea.title(), "" + idea.subject().number()));
        events.publishEvent(new ProjectStarted(idea.subject(), subject));
    }
}
