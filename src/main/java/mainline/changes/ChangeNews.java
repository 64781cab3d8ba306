package mainline.changes;

import java.util.Objects;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
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

    /** @param act what the record says of it */
    void merged(Change change, PersonId by, Act act) {
        CommunityId community = change.subject().community();
        PersonId author = Objects.requireNonNull(change.author());
        counts.add(community, Count.OPEN_CHANGES, -1);
        counts.add(community, Count.MERGED_CHANGES, 1);
        record.add(act);
        events.publishEvent(new ChangeMerged(change.subject(), author, by, change.paths(), change.from()));
    }
}
