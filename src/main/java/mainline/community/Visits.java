package mainline.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When members were here before, so that what is new since then can be told. */
@Component
public class Visits {
    /** Who is away for so long has ended a visit. */
    static final Duration PAUSE = Duration.ofHours(4);

    private static final Duration STEP = Duration.ofMinutes(10);

    private final VisitStore store;
    private final Clock clock;

    Visits(VisitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** When the visit before this one ended; nothing on the first. */
    public Optional<Instant> earlier(Member member) {
        Instant now = clock.instant();
        return store.find(member).map(visit -> visit.seen().plus(PAUSE).isBefore(now) ? visit.seen() : visit.earlier());
    }

    /** The member looks at the community now. It is written down every ten minutes at most. */
    @Transactional
    public void seen(Member member) {
        Instant now = clock.instant();
        VisitStore.Visit last = store.find(member).orElse(null);
        if (last == null) store.keep(member, new VisitStore.Visit(null, now));
        else if (last.seen().plus(PAUSE).isBefore(now)) store.keep(member, new VisitStore.Visit(last.seen(), now));
        else if (last.seen().plus(STEP).isBefore(now)) store.keep(member, new VisitStore.Visit(last.earlier(), now));
    }
}
