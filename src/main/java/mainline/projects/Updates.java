package mainline.projects;

import java.time.Clock;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Written;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import mainline.text.Markdown;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a project's team tells everybody on the way. */
@Component
public class Updates {
    private final UpdateStore store;
    private final Projects projects;
    private final PublicRecord record;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Updates(UpdateStore store, Projects projects, PublicRecord record, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.projects = projects;
        this.record = record;
        this.clock = clock;
        this.events = events;
    }

    /** Newest first. */
    public Paged<ProjectUpdate> of(Viewer viewer, Subject project, Cursor before, int size) {
        return Paged.of(store.of(viewer.at(project), before.or(Long.MAX_VALUE), size + 1), size, ProjectUpdate::id);
    }

    /** @throws Refused for the field {@code text}, or as a whole for who is not on the team */
    @Transactional
    public void post(Member member, Subject subject, String text) {
        Project project = projects.get(subject);
        new Refused.Check()
                .text(text, "text", 10_000)
                .that(projects.isTeam(project, member.person()), "", "project.team-only")
                .orRefuse();
        String clean = text.replace("\r\n", "\n").strip();
        store.add(subject, member.person(), clean, clock.instant());
        record.add(Act.by(
                member.person(), ProjectVerb.UPDATE_POSTED, subject, project.title(), Markdown.excerpt(clean, 120)));
        events.publishEvent(new Written(member, subject, project.title(), "text", clean));
    }
}
