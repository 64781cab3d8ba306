package mainline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Job;
import mainline.platform.Letter;
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

    private final UnmailedStore store;
    private final DigestStore digests;
    private final WayChoice ways;
    private final NoticeLetters letters;
    private final Post post;
    private final TransactionOperations transaction;
    private final Clock clock;

    Digests(
            UnmailedStore store,
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
        return new Job("notices.digests", Duration.ofSeconds(5), digests::mailAll);
    }

    /** Everything that is due, as far as there is time. */
    void mailAll() {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end && planSome()) {}
        while (System.nanoTime() < end && mailSome()) {}
    }

    private boolean planSome() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<PersonId> some = digests.holdUnplanned(PORTION);
            plan(some, clock.instant());
            return some.size() == PORTION;
        }));
    }

    /** Who has seen everything since has nothing coming. */
    private void plan(List<PersonId> people, Instant now) {
        Map<PersonId, CommunityId> newest = store.newestUnseen(people);
        Function<PersonId, Ways> how = ways.of(people);
        Map<PersonId, Instant> when = new HashMap<>();
        newest.forEach((person, community) -> when.put(person, how.apply(person).next(now, letters.zone(community))));
        digests.due(when);
        digests.done(people.stream().filter(person -> !when.containsKey(person)).toList());
    }

    /**
     * What goes wrong with a portion is tried person by person.
     *
     * @return whether there may be more
     */
    private boolean mailSome() {
        List<PersonId> due = digests.due(clock.instant(), PORTION);
        if (due.isEmpty()) return false;
        try {
            return mail(due);
        } catch (RuntimeException e) {
            log.warn("A portion of {} digests is written one by one", due.size(), e);
            due.forEach(this::mailOne);
            return true;
        }
    }

    /** What goes wrong with one person's digest is looked at again later, and keeps nobody else's. */
    private void mailOne(PersonId person) {
        try {
            mail(List.of(person));
        } catch (RuntimeException e) {
            log.warn("The digest of person {} could not be written", person.value(), e);
            transaction.executeWithoutResult(
                    status -> digests.due(Map.of(person, clock.instant().plus(AFTER_A_FAILURE))));
        }
    }

    /** @return whether any of these was held by nobody else */
    private boolean mail(List<PersonId> due) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            List<PersonId> people = digests.hold(due, now);
            digests.done(people);
            Function<PersonId, Ways> how = ways.of(people);
            write(
                    people.stream()
                            .filter(person -> how.apply(person).digest() != Ways.Digest.NEVER)
                            .toList(),
                    how,
                    now);
            return !people.isEmpty();
        }));
    }

    private void write(List<PersonId> people, Function<PersonId, Ways> how, Instant now) {
        Map<PersonId, List<Told>> held = store.holdToDigest(people, LONGEST_LIST);
        store.mailed(held.values().stream().flatMap(List::stream).map(Told::id).toList(), now);
        Map<PersonId, List<Group>> groups = new LinkedHashMap<>();
        letters.readable(held).forEach((person, open) -> groups.put(person, Group.of(open)));
        Map<Subject, String> titles =
                letters.titles(groups.values().stream().flatMap(List::stream).toList());
        List<Letter> written = new ArrayList<>();
        letters.addresses(groups.keySet()).forEach((person, address) -> {
            List<Group> some = groups.getOrDefault(person, List.of());
            if (!some.isEmpty()) written.add(letters.digest(person, address, how.apply(person), some, titles));
        });
        post.send(written);
    }
}
