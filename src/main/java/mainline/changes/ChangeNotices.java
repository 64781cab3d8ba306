package mainline.changes;

import java.util.List;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people about a change; its authors hear what became of it, and nobody hears of what they did themselves. */
@Component
public class ChangeNotices {
    private final People people;
    private final ApplicationEventPublisher events;

    ChangeNotices(People people, ApplicationEventPublisher events) {
        this.people = people;
        this.events = events;
    }

    void merged(Change change, PersonId by) {
        tellAuthors(change, by, "change.told.merged");
    }

    /**
     * Everybody who wrote part of it hears of it.
     *
     * @param key of a message whose gaps are who did it and the title
     */
    public void tellAuthors(Change change, PersonId by, String key) {
        String name = people.names(List.of(by));
        change.authors()
                .filter(author -> !author.equals(by))
                .forEach(author -> tell(author, change, key, name, change.title()));
    }

    /** Somebody acted on what is theirs. */
    public void tell(PersonId to, Change change, String key, Object... gaps) {
        events.publishEvent(Notice.answered(to, change.subject(), Reason.of(key, gaps)));
    }

    /** They owe the change a word. */
    public void ask(PersonId to, Change change, String key, Object... gaps) {
        events.publishEvent(Notice.asked(to, change.subject(), Reason.of(key, gaps)));
    }
}
