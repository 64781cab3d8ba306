package mainline.changes;

import java.util.List;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people about a change; its author hears what became of it, and nobody hears of what they did themselves. */
@Component
public class ChangeNotices {
    private final People people;
    private final ApplicationEventPublisher events;

    ChangeNotices(People people, ApplicationEventPublisher events) {
        this.people = people;
        this.events = events;
    }

    void merged(Change change, PersonId by) {
        tellAuthor(change, by, "change.told.merged");
    }

    /** @param key of a message whose gaps are who did it and the title */
    public void tellAuthor(Change change, PersonId by, String key) {
        if (!change.isBy(by)) tell(change.author(), change, key, people.names(List.of(by)), change.title());
    }

    /**
     * Somebody acted on what is theirs.
     *
     * @param to null for nobody
     */
    public void tell(@Nullable PersonId to, Change change, String key, Object... gaps) {
        if (to != null) events.publishEvent(Notice.answered(to, change.subject(), Reason.of(key, gaps)));
    }

    /** They owe the change a word. */
    public void ask(PersonId to, Change change, String key, Object... gaps) {
        events.publishEvent(Notice.asked(to, change.subject(), Reason.of(key, gaps)));
    }
}
