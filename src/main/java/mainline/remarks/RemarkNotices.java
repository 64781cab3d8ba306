package mainline.remarks;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import mainline.changes.Change;
import mainline.changes.ChangeNotices;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.people.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who hears of remarks on a change, answers to them, and suggestions that were taken. */
@Component
class RemarkNotices {
    private final ChangeNotices notices;
    private final People people;
    private final ApplicationEventPublisher events;

    RemarkNotices(ChangeNotices notices, People people, ApplicationEventPublisher events) {
        this.notices = notices;
        this.people = people;
        this.events = events;
    }

    void remarked(Change change, Remark remark) {
        notices.tellAuthors(
                change, remark.by(), remark.suggestion() == null ? "remark.told" : "remark.told.suggestion");
    }

    /** Whoever remarked and the change's author hear of an answer by somebody else. */
    void answered(Change change, Remark remark, PersonId by) {
        Stream.of(remark.by(), change.author())
                .filter(person -> person != null && !person.equals(by))
                .distinct()
                .forEach(person ->
                        tell(remark, person, "remark.told.answer", people.names(List.of(by)), change.title()));
    }

    void resolved(Change change, Remark remark, PersonId by) {
        if (!remark.by().equals(by))
            tell(remark, remark.by(), "remark.told.resolved", people.names(List.of(by)), change.title());
    }

    void reopened(Change change, Remark remark, PersonId by) {
        Stream.concat(Stream.of(remark.by()), change.authors())
                .filter(person -> !person.equals(by))
                .distinct()
                .forEach(person ->
                        tell(remark, person, "remark.told.reopened", people.names(List.of(by)), change.title()));
    }

    void taken(Change change, Collection<PersonId> by) {
        by.forEach(person -> notices.tell(person, change, "remark.told.taken", change.title()));
    }

    private void tell(Remark remark, PersonId to, String key, Object... gaps) {
        events.publishEvent(Notice.answered(to, remark.subject(), Reason.of(key, gaps)));
    }
}
