package mainline.results;

import mainline.community.Audience;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.projects.Project;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks those for a verdict who may give it: the convener and the stewards of what the project brought about. */
@Component
class VerdictNotices {
    private final PracticeStore practices;
    private final ApplicationEventPublisher events;

    VerdictNotices(PracticeStore practices, ApplicationEventPublisher events) {
        this.practices = practices;
        this.events = events;
    }

    void opened(Project project) {
        Reason text = Reason.of("verdict.told.due", project.title());
        Project.Convener convener = project.convener();
        PersonId person = convener == null ? null : convener.person();
        if (person != null) events.publishEvent(Notice.asked(person, project.subject(), text));
        String page = practices.of(project.subject(), 1).stream()
                .map(Practice::page)
                .findFirst()
                .orElse("");
        events.publishEvent(Notice.asked(new Audience.Stewards(page, person), project.subject(), text));
    }
}
