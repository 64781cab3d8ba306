package mainline.people;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Outage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in where. A session that ends is over at once in this process, and within a second in every other. */
@Component
class Sessions {
    /** A session ends when it was not used for so long; ninety days after signing in at the latest. */
    static final Duration IDLE = Duration.ofDays(30);

    /** Of one person; the page that lists them shows no more. */
    private static final int MOST = 100;

    private static final int MOST_KNOWN = 20_000;

    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final SessionStore store;
    private final PersonTold told;
    private final Clock clock;
    /** By the hash of their keys. */
    private final Kept<ByteBuffer, Session> known;

    Sessions(SessionStore store, PersonTold told, Clock clock, Memory memory) {
        this.store = store;
        this.told = told;
        this.clock = clock;
        this.known = memory.keep(MOST_KNOWN, PersonTold::isOfSession);
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
        Optional<Session> found = find(hash, now);
        found.filter(session -> session.seen().plus(SEEN_STEP).isBefore(now)).ifPresent(session -> {
            saw(session, now, network);
            known.forget(ByteBuffer.wrap(hash));
        });
        return found;
    }

    private Optional<Session> find(byte[] hash, Instant now) {
        return known.find(ByteBuffer.wrap(hash), () -> store.find(hash, now))
                .filter(session -> session.expires().isAfter(now));
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
        store.end(key.hash()).ifPresent(told::signedOut);
    }

    @Transactional
    public void end(PersonId person, long id) {
        store.end(person, id);
        told.signedOut(person);
    }

    /** @param kept the session that stays, 0 for none */
    @Transactional
    public void endAll(PersonId person, long kept) {
        store.endAll(person, kept);
        told.signedOut(person);
    }
}
