package mainline.changes;

import java.util.List;
import java.util.Objects;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.community.Written;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What becomes known of a change with each act: in the record, in the community's counts and to other modules. */
@Component
class ChangeNews {
    private final Counts counts;
    private final PublicRecord record;
    private final ApplicationEventPublisher events;

    ChangeNews(Counts counts, PublicRecord record, ApplicationEventPublisher events) {
        this.counts = counts;
        this.record = record;
        this.events = events;
    }

    /** @param earlier why it was proposed before, where it was */
    private void written(Change change, PersonId author, List<String> earlier) {
        Member by = new Member(change.subject().community(), author);
        events.publishEvent(new Written(by, change.subject(), change.title(), "why", change.why(), earlier));
    }

    void opened(Change change, PersonId author) {
        counts.add(change.subject().community(), Count.OPEN_CHANGES, 1);
        record.add(Act.by(author, ChangeVerb.PROPOSED, change.subject(), change.title()));
        events.publishEvent(new ChangeProposed(change.subject(), author, change.paths(), change.from()));
        written(change, author, List.of());
    }

    /** @param before the version it takes the place of */
    void revised(Change before, Change change, PersonId author) {
        record.add(Act.by(author, ChangeVerb.REVISED, change.subject(), change.title(), "" + change.version()));
        events.publishEvent(new ChangeRevised(change.subject()));
        written(change, author, List.of(before.why()));
    }

    /** A new version that whoever made it tells in the record. */
    void taken(Change change) {
        events.publishEvent(new ChangeRevised(change.subject()));
    }

    void drafted(Change draft) {
        record.add(Act.byItself(
                ChangeVerb.DRAFTED,
                draft.subject(),
                draft.title(),
                draft.paths().getFirst()));
    }

    /** @param change as it was before, open or a draft */
    void withdrawn(Change change, PersonId by) {
        if (change.isOpen()) counts.add(change.subject().community(), Count.OPEN_CHANGES, -1);
        record.add(Act.by(by, ChangeVerb.WITHDRAWN, change.subject(), change.title()));
    }

    /** @param act what the record says of it */
    void merged(Change change, PersonId by, Act act) {
        CommunityId community = change.subject().community();
        PersonId author = Objects.requireNonNull(change.author());
        counts.add(community, Count.OPEN_CHANGES, -1);
        counts.add(community, Count.MERGED_CHANGES, 1);
        record.add(act);
        events.publishEvent(new ChangeMerged(change.subject(), author, by, change.paths(), change.from()));
    }

    /** A change that passed no gate. */
    void enacted(Change change, Change.Origin origin) {
        counts.add(change.subject().community(), Count.MERGED_CHANGES, 1);
        record.add(act(change, origin));
    }

    private static Act act(Change change, Change.Origin origin) {
        return switch (origin) {
            case Change.ByDecision(Subject decision) ->
                Act.byItself(ChangeVerb.ENACTED_BY_DECISION, change.subject(), change.title(), "" + decision.number());
            case Change.ByPerson(PersonId person) ->
                Act.by(person, ChangeVerb.ENACTED_BY_PERSON, change.subject(), change.title());
            case Change.ByRule rule -> Act.byItself(ChangeVerb.ENACTED_BY_RULE, change.subject(), change.title(), "");
        };
    }
}
