package mainline.announcements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.Refused;
import org.springframework.stereotype.Component;

/** How seldom something is announced, so that it stays worth reading. */
@Component
class Restraint {
    static final Duration BETWEEN = Duration.ofDays(7);
    static final Duration BETWEEN_URGENT = Duration.ofDays(30);

    private final AnnouncementStore store;
    private final Clock clock;

    Restraint(AnnouncementStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** When the next one is possible; nothing when it is now. What is urgent does not wait for what is not. */
    Optional<Instant> until(Voice voice, boolean urgent) {
        Duration pause = urgent ? BETWEEN_URGENT : BETWEEN;
        return store.last(voice.of(), urgent)
                .map(last -> last.plus(pause))
                .filter(next -> next.isAfter(clock.instant()));
    }

    /** Says of the fields {@code as} and {@code urgent} why it cannot be announced so, and when it can. */
    Refused.Check check(Voice voice, boolean urgent) {
        String field = urgent ? "urgent" : "as";
        Optional<Instant> next = until(voice, urgent);
        return new Refused.Check()
                .that(!urgent || voice instanceof Voice.Stewards, field, "announce.urgent.stewards-only")
                .that(next.isEmpty(), field, "announce.too-soon." + field, next.orElse(Instant.EPOCH));
    }
}
