package mainline.people;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Outage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where. Another process may go on knowing an ended session for a few seconds, this one never does. */
@Component
class Sessions {
    /** A session ends when it was not used for so long; ninety days after signing in at the latest. */
    static final Duration IDLE = Duration.ofDays(30);

    /** Of one person; the page that lists them shows no more. */
    private static final int MOST = 100;

    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final SessionStore store;
    private final Clock clock;
    private final Cache<ByteBuffer, Session> known;

    Sessions(SessionStore store, Clock clock, Cache<ByteBuffer, Session> knownSessions) {
        this.store = store;
        this.clock = clock;
        this.known = knownSessions;
    }

    /** @return the new key, for the cookie only */
    @Transactional
    public Secret start(PersonId person, String agent, String network) {
        Secret key = Secret.random();
        Instant now = clock.instant();
        store.add(person, key.hash(), now, now.plus(IDLE), agent, network);
        store.keepLast(person, MOST);
        return key;
    }

    /** @param network from where it is used now */
    Optional<Session> find(Secret key, String network) {
        byte[] hash = key.hash();
        Instant now = clock.instant();
        Session found =
                known.get(ByteBuffer.wrap(hash), any -> store.find(hash, now).orElse(null));
        if (found == null || !found.expires().isAfter(now)) return Optional.empty();
        if (found.seen().plus(SEEN_STEP).isBefore(now)) {
            saw(found, now, network);
            known.invalidate(ByteBuffer.wrap(hash));
        }
        return Optional.of(found);
    }

    /** Reading goes on when nothing can be written. */
    private void saw(Session session, Instant now, String network) {
        try {
            store.saw(session.id(), now, now.plus(IDLE), network);
        } catch (RuntimeException e) {
            if (Outage.of(e) != Outage.FULL) throw e;
        }
    }

    /** The sessions of a person, the last used first. */
    List<Session> of(PersonId person) {
        return store.of(person, clock.instant());
    }

    @Transactional
    public void end(Secret key) {
        store.end(key.hash());
        AfterCommit.run(() -> known.invalidate(ByteBuffer.wrap(key.hash())));
    }

    @Transactional
    public void end(PersonId person, long id) {
        store.end(person, id);
        forget(person);
    }

    /** @param kept the session that stays, 0 for none */
    @Transactional
    public void endAll(PersonId person, long kept) {
        store.endAll(person, kept);
        forget(person);
    }

    /** What is known of this person has changed: it is read again at the next request. */
    void forget(PersonId person) {
        AfterCommit.run(() ->
                known.asMap().values().removeIf(session -> session.person().id().equals(person)));
    }
}
