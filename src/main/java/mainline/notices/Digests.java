package mainline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Job;
import mainline.platform.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Mails each person at their hour what they have neither seen nor been mailed; nothing when there is nothing. */
@Component
class Digests {
    private static final int PORTION = 100;
    /** The oldest of more than these are found on the site alone. */
    private static final int LONGEST_LIST = 300;

    private static final Duration LONGEST = Duration.ofSeconds(50);
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(Digests.class);

    private final NoticeStore store;
    private final DigestStore digests;
    private final WayChoice ways;
    private final NoticeLetters letters;
    private final Post post;
    private final TransactionOperations transaction;
    private final Clock clock;

    Digests(
            NoticeStore store,
            DigestStore digests,
            WayChoice ways,
            NoticeLetters letters,
            Post post,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.digests = digests;
        this.ways = ways;
        this.letters = letters;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    static Job mailDigests(Digests digests) {
        return new Job("notices.digests", Duration.ofSeconds(30), digests::mailAll);
    }

    /** Everything that is due, as far as there is time. */
    void mailAll() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && planSome()) {}
        List<PersonId> due = digests.due(clock.instant(), PORTION);
        while (!due.isEmpty() && System.nanoTime() < end) {
            due.forEach(this::mailOne);
            due = digests.due(clock.instant(), PORTION);
        }
    }

    private boolean planSome() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<PersonId> some = digests.holdUnplanned(PORTION);
            for (PersonId person : some) plan(person, ways.of(person), clock.instant());
            return some.size() == PORTION;
        }));
    }

    /** What goes wrong with one person's digest is looked at again later, and keeps nobody else's. */
    private void mailOne(PersonId person) {
        try {
            transaction.executeWithoutResult(status -> {
                if (digests.hold(person, clock.instant())) mail(person, ways.of(person), clock.instant());
            });
        } catch (RuntimeException e) {
            log.warn("The digest of person {} could not be written", person.value(), e);
            transaction.executeWithoutResult(
                    status -> digests.due(person, clock.instant().plus(AFTER_A_FAILURE)));
        }
    }

    private void plan(PersonId person, Ways how, Instant now) {
        Optional<ZoneId> zone =
                store.unseenOf(person, 1).stream().map(letters::zone).findFirst();
        if (zone.isEmpty()) digests.done(person);
        else digests.due(person, how.next(now, zone.get()));
    }

    private void mail(PersonId person, Ways how, Instant now) {
        digests.done(person);
        if (how.digest() == Ways.Digest.NEVER) return;
        List<Told> held = store.holdToDigest(person, LONGEST_LIST);
        List<Told> open = letters.readable(person, held);
        Optional<String> address = letters.address(person);
        store.mailed(held.stream().map(Told::id).toList(), now);
        if (open.isEmpty() || address.isEmpty()) return;
        post.send(letters.digest(person, address.get(), how, Group.of(open)));
    }
}
