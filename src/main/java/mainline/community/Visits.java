package mainline.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

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

    /**
     * The member asks for a page that tells what is new.
     *
     * @param looks whether somebody looks at it; that is written down every ten minutes at most
     * @return when the visit before this one ended; nothing on the first
     */
    public Optional<Instant> visit(Member member, boolean looks) {
        Instant now = clock.instant();
        VisitStore.Visit last = store.find(member).orElse(null);
        boolean returns = last != null && last.seen().plus(PAUSE).isBefore(now);
        Instant earlier = last == null ? null : returns ? last.seen() : last.earlier();
        boolean tells = last == null || last.seen().plus(STEP).isBefore(now);
        if (looks && tells) store.keep(member, new VisitStore.Visit(earlier, now));
        return Optional.ofNullable(earlier);
    }
}
