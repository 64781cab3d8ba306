package mainline.record;

import java.time.Clock;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Paged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the record. */
@Component
public class PublicRecord {
    private final RecordStore store;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    PublicRecord(RecordStore store, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** Adds the act in the caller's transaction: both are stored, or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Act act) {
        store.add(act, clock.instant());
        events.publishEvent(new Recorded(act.subject(), act.verb()));
    }

    /** Newest first, before the entry of that id (0 for the newest). */
    public Paged<Entry> list(CommunityId community, RecordFilter filter, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(store.list(community, filter, start, size + 1), size, Entry::id);
    }

    public Optional<Entry> find(CommunityId community, long id) {
        return store.find(community, id);
    }
}
