package mainline.platform;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells other processes of acts that are committed: all that was done within a few milliseconds in one message. It is not told
 * in the acts' own transactions, because PostgreSQL lets only one transaction with a NOTIFY commit at a time, from before it
 * waits for the disk until after; acts would come at a fifth of the rate. A process that is killed in these few milliseconds
 * leaves others with what they know until the next act, or the end of what they keep.
 */
@Component
class Teller {
    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    /** They fit into a message, unless their verbs are long. */
    private static final int TOGETHER = 100;

    private static final Duration GATHERING = Duration.ofMillis(20);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final String origin = UUID.randomUUID().toString();
    private final ChannelStore store;
    private final Set<Movement> untold = new LinkedHashSet<>();
    private boolean anything;
    private boolean telling;

    Teller(ChannelStore store) {
        this.store = store;
    }

    /** By which messages of this process are known. */
    String origin() {
        return origin;
    }

    /** Returns at once. */
    void tell(Collection<Movement> moved) {
        synchronized (this) {
            untold.addAll(moved);
            if (telling) return;
            telling = true;
        }
        Thread.ofVirtual().name("telling").start(this::tellAll);
    }

    private void tellAll() {
        try {
            while (hasMore()) Thread.sleep(tellSome() ? GATHERING : AFTER_A_FAILURE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean hasMore() {
        telling = anything || !untold.isEmpty();
        return telling;
    }

    private boolean tellSome() {
        Telling next = next();
        try {
            store.tell(next.text());
            return true;
        } catch (RuntimeException e) {
            log.debug("Other processes were not told", e);
            forget();
            return false;
        }
    }

    private synchronized Telling next() {
        Set<Movement> some = new LinkedHashSet<>();
        if (!anything) untold.stream().limit(TOGETHER).forEach(some::add);
        untold.removeAll(some);
        anything = false;
        return new Telling(origin, some);
    }

    /** What could not be told is told as anything, once that is possible again. */
    private synchronized void forget() {
        untold.clear();
        anything = true;
    }

    /** The last acts of a command, or of a server that stops. */
    @PreDestroy
    void end() {
        while (hasMore()) if (!tellSome()) return;
    }
}
