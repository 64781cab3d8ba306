package mainline.review;

import java.util.List;
import mainline.changes.Change;
import mainline.changes.ChangeNotices;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who hears of what cannot wait: the other stewards when one asks them, and everybody when it is merged. */
@Component
class EmergencyNotices {
    private final Overseers overseers;
    private final ChangeNotices notices;
    private final People people;
    private final ApplicationEventPublisher events;

    EmergencyNotices(Overseers overseers, ChangeNotices notices, People people, ApplicationEventPublisher events) {
        this.overseers = overseers;
        this.notices = notices;
        this.people = people;
        this.events = events;
    }

    void asked(Change change, PersonId by) {
        overseers.of(change).stream()
                .filter(person -> !person.equals(by) && !change.hasAuthor(person))
                .forEach(person -> notices.ask(
                        person, change, "change.told.emergency-asked", people.names(List.of(by)), change.title()));
    }

    /** @param who the stewards who merged it, as they are named in a sentence */
    void merged(Change change, PersonId by, String who) {
        events.publishEvent(Notice.bound(
                new Audience.Members(by), change.subject(), Reason.of("change.told.emergency", change.title(), who)));
    }
}
