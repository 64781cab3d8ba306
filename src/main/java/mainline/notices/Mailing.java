package mainline.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mainline.kernel.PersonId;
import mainline.platform.Job;
import mainline.platform.Post;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails by itself what asks or answers somebody, or is urgent. What was seen meanwhile, or may not be read any more, is
 * not mailed; at quiet hours it waits, and what is too much for one day joins the digest.
 */
@Component
class Mailing {
    private static final Logger log = LoggerFactory.getLogger(Mailing.class);
    private static final int PEOPLE = 200;
    private static final int AT_ONCE = 100;
    private static final Duration LONGEST = Duration.ofSeconds(50);

    private final UnmailedStore store;
    private final DigestStore digests;
    private final WayChoice ways;
    private final NoticeLetters letters;
    private final Post post;
    private final TransactionOperations transaction;
    private final Clock clock;

    Mailing(
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
    static Job mailNotices(Mailing mailing) {
        return new Job("notices.mail", Duration.ofSeconds(5), mailing::mailAll);
    }

    /** Everything that is due, as far as there is time. */
    void mailAll() {
        long end = System.nanoTime() + LONGEST.toNanos();
        List<PersonId> people = store.toMail(clock.instant(), PEOPLE);
        while (!people.isEmpty() && System.nanoTime() < end) {
            people.forEach(this::mailOne);
            people = store.toMail(clock.instant(), PEOPLE);
        }
    }

    /** What goes wrong with one person's mail waits for the digest, and keeps nobody else's. */
    private void mailOne(PersonId person) {
        try {
            transaction.executeWithoutResult(status -> mail(person));
        } catch (TransactionException | DataAccessException outage) {
            throw outage;
        } catch (RuntimeException e) {
            log.warn("What is told to person {} could not be mailed", person.value(), e);
            transaction.executeWithoutResult(status -> store.mailLater(
                    store.holdToMail(person, clock.instant(), AT_ONCE).stream()
                            .map(Told::id)
                            .toList(),
                    null));
        }
    }

    private void mail(PersonId person) {
        Instant now = clock.instant();
        List<Told> due = store.holdToMail(person, now, AT_ONCE);
        List<Told> open = letters.readable(person, due);
        Optional<String> address = letters.address(person);
        Ways how = ways.of(person);
        store.mailed(ids(due, told -> !open.contains(told)), now);
        if (open.isEmpty()) return;
        ZoneId zone = letters.zone(open.getFirst().subject().community());
        Optional<Instant> later = how.quietUntil(now, zone);
        if (address.isEmpty() || !how.mails()) store.mailLater(ids(open, told -> true), null);
        else if (later.isPresent()) store.mailLater(ids(open, told -> true), later.get());
        else mail(person, address.get(), how, zone, Group.of(open.reversed()));
    }

    private void mail(PersonId person, String address, Ways how, ZoneId zone, List<Group> groups) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, how.zone() == null ? zone : how.zone());
        int sent = digests.letters(person, today);
        int left = Math.max(0, how.most() - sent);
        List<Group> fit = groups.subList(0, Math.min(left, groups.size()));
        post.send(fit.stream()
                .map(group -> letters.about(person, address, how, group))
                .toList());
        store.mailed(fit.stream().flatMap(group -> group.ids().stream()).toList(), now);
        digests.count(person, today, sent + fit.size());
        groups.stream().skip(left).forEach(group -> store.mailLater(group.ids(), null));
    }

    private static List<Long> ids(List<Told> all, Predicate<Told> which) {
        return all.stream().filter(which).map(Told::id).collect(Collectors.toList());
    }
}
