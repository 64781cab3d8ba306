package mainline.results;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.handbook.Steward;
import mainline.handbook.Stewards;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.projects.Project;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Asks those for a verdict who may give it: the convener and the stewards of every page the project brought about. */
@Component
class VerdictNotices {
    private final Practices practices;
    private final Stewards stewards;
    private final ApplicationEventPublisher events;

    VerdictNotices(Practices practices, Stewards stewards, ApplicationEventPublisher events) {
        this.practices = practices;
        this.stewards = stewards;
        this.events = events;
    }

    void opened(Project project) {
        Set<PersonId> asked = new LinkedHashSet<>();
        Project.Convener convener = project.convener();
        if (convener != null) asked.add(convener.person());
        for (String page : pages(project))
            stewards.overseeing(project.subject().community(), page).stream()
                    .map(Steward::person)
                    .forEach(asked::add);
        Reason text = Reason.of("verdict.told.due", project.title());
        events.publishEvent(Notice.asked(new Audience.Some(List.copyOf(asked)), project.subject(), text));
    }

    /** Where nothing came of it, the whole handbook. */
    private List<String> pages(Project project) {
        List<String> pages =
                practices.of(project.subject()).stream().map(Practice::page).toList();
        return pages.isEmpty() ? List.of("") : pages;
    }
}
