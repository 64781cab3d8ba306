package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Counts attempts, over all processes of an installation. */
@Component
public class RateLimit {
    private final RateLimitStore store;
    private final Clock clock;

    RateLimit(RateLimitStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts one more attempt and says whether it is still among the first {@code max} within the window, which begins
     * with the first attempt. The attempt stays counted when the caller's transaction rolls back.
     *
     * @param what what is attempted, such as {@code sign-in}
     * @param key who attempts it, such as an address; only a digest of it is stored
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean allow(String what, String key, int max, Duration window) {
        var now = clock.instant();
        return store.count(what, digest(key), now, now.plus(window)) <= max;
    }

    @Transactional
    void purge() {
        store.purge(clock.instant());
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
