package mainline.record;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Channel;
import mainline.platform.Movement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the record. */
@Component
public class PublicRecord {
    private static final List<String> COMING_AND_GOING =
            List.of(RecordVerb.MEMBER_JOINED.code(), RecordVerb.MEMBER_LEFT.code());

    private final RecordStore store;
    private final LogStore logStore;
    private final Log log;
    private final Clock clock;
    private final Channel channel;
    private final ApplicationEventPublisher events;

    PublicRecord(
            RecordStore store,
            LogStore logStore,
            Log log,
            Clock clock,
            Channel channel,
            ApplicationEventPublisher events) {
        this.store = store;
        this.logStore = logStore;
        this.log = log;
        this.clock = clock;
        this.channel = channel;
        this.events = events;
    }

    /** Adds the act in the caller's transaction: both are stored, or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Act act) {
        store.add(act, clock.instant());
        channel.tell(new Movement(act.subject(), act.verb()));
        events.publishEvent(new Recorded(act));
    }

    /** Newest first, before the entry of that id (0 for the newest). */
    public Paged<Entry> list(CommunityId community, RecordFilter filter, long before, int size) {
        long start = before <= 0 ? Long.MAX_VALUE : before;
        return Paged.of(store.list(community, filter, start, size + 1), size, Entry::id);
    }

    /** Whether this person has done anything in one of these communities, beyond coming and going. */
    public boolean hasActed(PersonId person, List<CommunityId> communities) {
        return store.hasActed(person, communities, COMING_AND_GOING);
    }

    public Optional<Entry> find(CommunityId community, long id) {
        return store.find(community, id);
    }

    /** When the personal part of that entry was erased; empty while it is there. */
    public Optional<Instant> erased(CommunityId community, long id) {
        return store.erased(community, id);
    }

    /** Whether this person may have that entry erased. */
    public boolean mayErase(Entry entry, PersonId person) {
        return !entry.erased() && !entry.act().is(RecordVerb.ENTRY_ERASED) && Leaves.concerns(entry, person);
    }

    /**
     * Erases what is personal in an entry, at the wish of a person concerned. Its leaf stays in the tree, and a new entry
     * tells that this one was erased.
     *
     * @throws Missing unless there is such an entry and it concerns that person
     * @throws Refused when it is erased already, or not in the tree yet
     */
    @Transactional
    public void erase(CommunityId community, PersonId by, long id) {
        Entry entry = find(community, id)
                .filter(found -> found.erased() || Leaves.concerns(found, by))
                .orElseThrow(() -> new Missing("entry " + id));
        erase(community, entry);
    }

    /**
     * The same for whoever runs the installation, who answers to the person for having done it.
     *
     * @throws Missing unless there is such an entry
     * @throws Refused as above
     */
    @Transactional
    public void erase(CommunityId community, long id) {
        erase(community, find(community, id).orElseThrow(() -> new Missing("entry " + id)));
    }

    /**
     * Erases all that concerns a person in this community's record, and the key of their pseudonym.
     *
     * @return how many entries
     */
    @Transactional
    public int eraseAll(CommunityId community, PersonId person) {
        int count = 0;
        long after = 0;
        while (true) {
            List<Entry> some = store.concerning(community, person, after, 500);
            if (some.isEmpty()) break;
            for (Entry entry : some) erase(community, entry);
            count += some.size();
            after = some.getLast().id();
        }
        logStore.forgetKey(community, person);
        return count;
    }

    @SuppressWarnings("ThreadPriorityCheck") // Others are let through between two portions.
    private void erase(CommunityId community, Entry entry) {
        if (entry.erased()) throw Refused.because("", "record.erase.done");
        if (entry.act().is(RecordVerb.ENTRY_ERASED)) throw Refused.because("", "record.erase.never");
        if (logStore.seq(community, entry.id()).isEmpty()) {
            while (log.append(community) == Log.TOGETHER) Thread.yield();
            if (logStore.seq(community, entry.id()).isEmpty()) throw Refused.because("", "record.erase.waiting");
        }
        store.erase(community, entry.id(), clock.instant());
        Subject subject = new Subject(community, Subject.Kind.ENTRY, entry.id());
        add(Act.byItself(RecordVerb.ENTRY_ERASED, subject, "#" + entry.id(), ""));
    }
}
