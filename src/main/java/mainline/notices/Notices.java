package mainline.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import mainline.community.Audience;
import mainline.community.Belongings;
import mainline.community.Communities;
import mainline.community.Notice;
import mainline.community.Why;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Errands;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps for each person what they must hear of, once however many ways an act concerns them. */
@Component
public class Notices {
    /** The acts of a story have numbers that no transaction comes to. */
    private static final long STORY = 1L << 62;

    private final AtomicLong acts = new AtomicLong();
    private final NoticeStore store;
    private final FollowStore followStore;
    private final DigestStore digests;
    private final Follows follows;
    private final Communities communities;
    private final Belongings belongings;
    private final Errands errands;
    private final Clock clock;

    Notices(
            NoticeStore store,
            FollowStore followStore,
            DigestStore digests,
            Follows follows,
            Communities communities,
            Belongings belongings,
            Errands errands,
            Clock clock) {
        this.store = store;
        this.followStore = followStore;
        this.digests = digests;
        this.follows = follows;
        this.communities = communities;
        this.belongings = belongings;
        this.errands = errands;
        this.clock = clock;
    }

    /** How many notices the person has not seen, counted up to {@code most}. */
    public int unseen(PersonId person, int most) {
        return store.unseen(person, most);
    }

    /** A story of the past, told in one transaction, comes to its next act: of that everybody hears anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nextAct() {
        store.act(Long.toString(STORY + acts.incrementAndGet()));
    }

    /** Those in a story have seen what they were told before that moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void seenBefore(Instant moment) {
        store.allSeen(moment);
    }

    @EventListener
    @Transactional
    void keep(Notice notice) {
        Instant now = clock.instant();
        String act = store.act();
        switch (notice.to()) {
            case Audience.One one -> tell(List.of(one.person()), notice, now, act);
            case Audience.Some some -> tell(some.people(), notice, now, act);
            case Audience.Many many -> {
                Spread all = Spread.of(List.of(notice), act, now);
                errands.send(Spread.ERRAND, all.id(), all);
            }
        }
    }

    /**
     * Tells them, as {@link #tell}, whether or not somebody has begun to.
     *
     * @return how many of them this act has told so; the same number when a process died in between and it is told again
     */
    int tellOnce(List<PersonId> people, Notice notice, Instant at, String act) {
        tell(people, notice, at, act);
        return store.told(people.stream().map(PersonId::value).toList(), notice, act);
    }

    /** In the caller's transaction, unless this act has told them of the same thing already, for as good a reason. */
    private void tell(List<PersonId> people, Notice notice, Instant at, String act) {
        Subject subject = notice.subject();
        List<PersonId> may = communities.seeing(subject.community(), people);
        if (may.isEmpty()) return;
        Set<Long> deaf = Set.copyOf(followStore.deaf(may, subject.community(), follows.ways(subject, null)));
        Instant mailAt = isDirect(notice) ? at : null;
        Subject whole = belongings.whole(subject);
        digests.want(store.add(some(may, deaf, false), new NoticeStore.Fresh(notice, whole, at, act, mailAt, false)));
        if (holds(notice.why()))
            store.add(some(may, deaf, true), new NoticeStore.Fresh(notice, whole, at, act, null, true));
    }

    private static List<Long> some(List<PersonId> people, Set<Long> deaf, boolean isDeaf) {
        return people.stream()
                .map(PersonId::value)
                .filter(person -> deaf.contains(person) == isDeaf)
                .toList();
    }

    /** Whether it is mailed by itself. */
    private static boolean isDirect(Notice notice) {
        return notice.urgent() || notice.why() == Why.ASKED || notice.why() == Why.ANSWERED;
    }

    /** Whether it stands on the site even for who wants to hear nothing of the thing. */
    private static boolean holds(Why why) {
        return why == Why.ASKED || why == Why.BOUND;
    }

    /** Newest first, before the notice of that id (0 for the newest). */
    Paged<Told> of(PersonId person, long before, int size) {
        return Paged.of(store.of(person, before <= 0 ? Long.MAX_VALUE : before, size + 1), size, Told::id);
    }

    /** What the person has not seen, the newest first. */
    List<Told> unseenOf(PersonId person, int most) {
        return store.unseenOf(person, most);
    }

    /** What the person has seen, newest first, before the notice of that id (0 for the newest). */
    Paged<Told> seenOf(PersonId person, long before, int size) {
        return Paged.of(store.seenOf(person, before <= 0 ? Long.MAX_VALUE : before, size + 1), size, Told::id);
    }

    /** Takes a notice up: from now on it counts as seen, and with it what is listed with the same thing. */
    @Transactional
    Told open(PersonId person, long id) {
        Told told = store.find(person, id).orElseThrow(() -> new Missing("notice " + id));
        if (!told.seen()) store.seen(person, told.whole(), id, clock.instant());
        return told;
    }

    /** @param until the newest notice that was on the page; what came after it stays new */
    void see(PersonId person, long until) {
        store.allSeen(person, until, clock.instant());
    }

    /** The same for what is listed with one thing; one statement, and an index that holds nothing but what is unseen. */
    void see(PersonId person, Subject whole, long until) {
        store.seen(person, whole, until, clock.instant());
    }
}
