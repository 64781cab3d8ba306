package mainline.review;

import java.util.List;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.ChangeNotices;
import mainline.changes.ChangeRevised;
import mainline.changes.Changes;
import mainline.kernel.PersonId;
import mainline.people.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the people a change waits for, and its author what was said about it. */
@Component
class ReviewNotices {
    private final Changes changes;
    private final ReviewStore said;
    private final ChangeNotices notices;
    private final People people;

    ReviewNotices(Changes changes, ReviewStore said, ChangeNotices notices, People people) {
        this.changes = changes;
        this.said = said;
        this.notices = notices;
        this.people = people;
    }

    /** Whoever is asked for their word hears why it is they. */
    void asked(Change change, Ask ask) {
        PersonId by = ask.by();
        switch (ask.why()) {
            case STEWARD -> notices.ask(ask.person(), change, "change.told.proposed", change.title());
            case LINES -> notices.ask(ask.person(), change, "ask.told.lines", change.title());
            case ASKED -> {
                if (by != null)
                    notices.ask(ask.person(), change, "ask.told", people.names(List.of(by)), change.title());
            }
        }
    }

    void passedOn(Change change, PersonId by) {
        notices.tellAuthors(change, by, "ask.told.passed-on");
    }

    void reminded(Change change, AwaitedReview awaited) {
        notices.ask(awaited.person(), change, "change.told.waits." + awaited.what(), awaited.since(), change.title());
    }

    /** Who has an open concern looks whether the new version settles it; whose word fell, or counts again, hears of it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void revised(ChangeRevised revised) {
        Change change = changes.get(revised.change());
        keepFromOwnWords(change);
        said.concerns(change.subject()).stream()
                .filter(Concern::isOpen)
                .map(Concern::by)
                .distinct()
                .forEach(person -> notices.ask(person, change, "change.told.concern-again", change.title()));
        for (ReviewStore.Turn turn : said.approvalsTurned(change.subject())) turned(change, "approval", turn);
        for (ReviewStore.Turn turn : said.endorsementsTurned(change.subject())) turned(change, "endorsement", turn);
    }

    /** Nobody's word falls by what they suggested themselves. */
    private void keepFromOwnWords(Change change) {
        Set<PersonId> suggesters = changes.newestSuggesters(change);
        if (suggesters.size() == 1)
            said.carryOver(change.subject(), suggesters.iterator().next());
    }

    private void turned(Change change, String what, ReviewStore.Turn turn) {
        if (turn.fell()) notices.ask(turn.by(), change, "change.told." + what + "-fell", change.title());
        if (turn.rose()) notices.tell(turn.by(), change, "change.told." + what + "-again", change.title());
    }

    void approved(Change change, Approval approval) {
        String key = approval.counts() ? "change.told.approved" : "change.told.approved-with-interest";
        notices.tellAuthors(change, approval.by(), key);
    }

    void concerned(Change change, PersonId by) {
        notices.tellAuthors(change, by, "change.told.concern");
    }

    void settled(Change change, PersonId by) {
        notices.tellAuthors(change, by, "change.told.concern-settled");
    }
}
