package mainline.platform;

import java.time.Clock;
import java.time.Duration;
import mainline.kernel.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts, over all processes of an installation. An attempt is counted before it is made, so that many at once
 * are no more than the pace allows; what turned out right is given back. All stays counted when the caller's transaction
 * rolls back.
 */
@Component
public class RateLimit {
    private final RateLimitStore store;
    private final Clock clock;

    RateLimit(RateLimitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether one more attempt is among the first {@code max} within the window; see {@link #attempt}. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean allow(String what, String key, int max, Duration window) {
        return attempt(what, key, new Pace.Window(max, window)).isZero();
    }

    /**
     * Counts one more attempt, if it may be made now.
     *
     * @param what what is attempted, such as {@code sign-in}
     * @param key who attempts it, such as an address; only a digest of it is stored
     * @return zero when it may be made; else how long to wait, and nothing was counted
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration attempt(String what, String key, Pace pace) {
        var now = clock.instant();
        var digest = Sha256.of(key);
        var counted = switch (pace) {
            case Pace.Window window -> store.count(what, digest, now, window);
            case Pace.Slower slower -> store.slow(what, digest, now, slower);
        };
        if (counted) return Duration.ZERO;
        var wait = Duration.between(now, store.next(what, digest).orElse(now));
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    /** The attempt counted last was right, and does not count. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(String what, String key) {
        store.giveBack(what, Sha256.of(key));
    }

    /** Nothing that was attempted before counts any longer. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(String what, String key) {
        store.forget(what, Sha256.of(key));
    }

    @Transactional
    void purge() {
        store.purge(clock.instant());
    }
}
