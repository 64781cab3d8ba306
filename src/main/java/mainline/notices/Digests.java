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
        while (System.nanoTime() < end && Boolean.TRUE.equals(transaction.execute(status -> mailSome()))) {}
    }

    private boolean mailSome() {
        Instant now = clock.instant();
        List<DigestStore.Coming> some = digests.hold(now, PORTION);
        for (DigestStore.Coming coming : some) {
            Ways how = ways.of(coming.person());
            if (how.digest() == Ways.Digest.NEVER) digests.done(coming.person());
            else if (coming.due() == null) plan(coming.person(), how, now);
            else mail(coming.person(), how, now);
        }
        return some.size() == PORTION;
    }

    private void plan(PersonId person, Ways how, Instant now) {
        Optional<ZoneId> zone =
                store.unseenOf(person, 1).stream().map(letters::zone).findFirst();
        if (zone.isEmpty()) digests.done(person);
        else digests.due(person, how.next(now, zone.get()));
    }

    private void mail(PersonId person, Ways how, Instant now) {
        digests.done(person);
        List<Told> held = store.holdToDigest(person, LONGEST_LIST);
        List<Told> open = letters.readable(person, held);
        Optional<String> address = letters.address(person);
        store.mailed(held.stream().map(Told::id).toList(), now);
        if (open.isEmpty() || address.isEmpty()) return;
        post.send(letters.digest(person, address.get(), how, Group.of(open)));
    }
}
