package mainline.changes;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import mainline.community.Notice;
import mainline.handbook.Names;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the people a change waits for, and its author what became of it; nobody hears of what they did themselves. */
@Component
class ChangeNotices {
    private final ReviewStore said;
    private final Names names;
    private final ApplicationEventPublisher events;

    ChangeNotices(ReviewStore said, Names names, ApplicationEventPublisher events) {
        this.said = said;
        this.names = names;
        this.events = events;
    }

    /** Whoever is asked for their word hears why it is they. */
    void asked(Change change, Ask ask) {
        PersonId by = ask.by();
        switch (ask.why()) {
            case STEWARD -> tell(ask.person(), change, "change.told.proposed", change.title());
            case LINES -> tell(ask.person(), change, "ask.told.lines", change.title());
            case ASKED -> {
                if (by != null) tell(ask.person(), change, "ask.told", names.of(List.of(by)), change.title());
            }
        }
    }

    void passedOn(Change change, PersonId by) {
        tellAuthor(change, by, "ask.told.passed-on");
    }

    void reminded(Change change, Owed owed) {
        tell(owed.person(), change, "change.told.waits." + owed.what(), owed.since(), change.title());
    }

    /** Who has an open concern looks whether the new version settles it; whose word fell, or counts again, hears of it. */
    void revised(Change change) {
        said.concerns(change.subject()).stream()
                .filter(Concern::isOpen)
                .map(Concern::by)
                .distinct()
                .forEach(person -> tell(person, change, "change.told.concern-again", change.title()));
        for (ReviewStore.Turn turn : said.approvalsTurned(change.subject())) turned(change, "approval", turn);
        for (ReviewStore.Turn turn : said.endorsementsTurned(change.subject())) turned(change, "endorsement", turn);
    }

    private void turned(Change change, String what, ReviewStore.Turn turn) {
        if (turn.fell()) tell(turn.by(), change, "change.told." + what + "-fell", change.title());
        if (turn.rose()) tell(turn.by(), change, "change.told." + what + "-again", change.title());
    }

    void approved(Change change, PersonId by) {
        tellAuthor(change, by, "change.told.approved");
    }

    void concerned(Change change, PersonId by) {
        tellAuthor(change, by, "change.told.concern");
    }

    void settled(Change change, PersonId by) {
        tellAuthor(change, by, "change.told.concern-settled");
    }

    void merged(Change change, PersonId by) {
        tellAuthor(change, by, "change.told.merged");
    }

    void remarked(Change change, Remark remark) {
        tellAuthor(change, remark.by(), remark.suggestion() == null ? "remark.told" : "remark.told.suggestion");
    }

    /** Whoever remarked and the change's author hear of an answer by somebody else. */
    void answered(Change change, Remark remark, PersonId by) {
        Stream.of(remark.by(), change.author())
                .filter(person -> person != null && !person.equals(by))
                .distinct()
                .forEach(person -> tellAt(remark, person, "remark.told.answer", names.of(List.of(by)), change.title()));
    }

    void resolved(Change change, Remark remark, PersonId by) {
        if (!remark.by().equals(by))
            tellAt(remark, remark.by(), "remark.told.resolved", names.of(List.of(by)), change.title());
    }

    void taken(Change change, Collection<PersonId> by) {
        by.forEach(person -> tell(person, change, "remark.told.taken", change.title()));
    }

    private void tellAt(Remark remark, PersonId to, String key, Object... gaps) {
        events.publishEvent(new Notice(to, remark.subject(), Reason.of(key, gaps)));
    }

    private void tellAuthor(Change change, PersonId by, String key) {
        if (!change.isBy(by)) tell(change.author(), change, key, names.of(List.of(by)), change.title());
    }

    private void tell(@Nullable PersonId to, Change change, String key, Object... gaps) {
        if (to != null) events.publishEvent(new Notice(to, change.subject(), Reason.of(key, gaps)));
    }
}
