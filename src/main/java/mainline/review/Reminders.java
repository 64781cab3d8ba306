package mainline.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.kernel.Subject;
import mainline.platform.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds whoever owes a word on a change, twice and no more, and tells the author of a small edit once that it may enter;
 * nothing is ever closed because nobody answered.
 */
@Component
class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Duration FIRST = Duration.ofDays(3);
    private static final Duration SECOND = Duration.ofDays(7);
    private static final int MOST_AT_ONCE = 500;

    private final Changes changes;
    private final AskStore store;
    private final AwaitedReviews awaitedReviews;
    private final Asks asks;
    private final ReviewNotices notices;
    private final Clock clock;

    Reminders(
            Changes changes,
            AskStore store,
            AwaitedReviews awaitedReviews,
            Asks asks,
            ReviewNotices notices,
            Clock clock) {
        this.changes = changes;
        this.store = store;
        this.awaitedReviews = awaitedReviews;
        this.asks = asks;
        this.notices = notices;
        this.clock = clock;
    }

    List<AskStore.Due> due() {
        return store.due(since(clock.instant()), MOST_AT_ONCE);
    }

    private static AskStore.Since since(Instant now) {
        return new AskStore.Since(now.minus(FIRST), now.minus(SECOND), now);
    }

    /** Changes that waited for nobody when somebody last did something about them, but for time perhaps. */
    List<Subject> nobodys() {
        return store.nobodys(MOST_AT_ONCE);
    }

    @Transactional
    public void look(Subject change) {
        changes.hold(change);
        awaitedReviews.note(change);
    }

    /** Looks anew whether the word is still awaited; somebody who is away is reminded when they are back. */
    @Transactional
    public void remind(AskStore.Due due) {
        Change change = changes.hold(due.change());
        awaitedReviews.note(due.change());
        Instant now = clock.instant();
        if (!asks.away(due.change().community(), Set.of(due.person())).isEmpty()) return;
        store.due(due, since(now)).ifPresent(awaited -> {
            boolean last = awaited.what() == AwaitedReview.What.ENTER
                    || !awaited.since().isAfter(now.minus(SECOND));
            store.reminded(due, last ? 2 : 1);
            notices.reminded(change, awaited);
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Regularly {
        @Bean
        Job remindReviewers(Reminders reminders) {
            return new Job("changes.remind", Duration.ofHours(1), () -> {
                reminders.nobodys().forEach(change -> look(reminders, change));
                reminders.due().forEach(due -> remind(reminders, due));
            });
        }

        private static void look(Reminders reminders, Subject change) {
            try {
                reminders.look(change);
            } catch (RuntimeException e) {
                LOG.warn("Whose turn it is on {} could not be told", change, e);
            }
        }

        private static void remind(Reminders reminders, AskStore.Due due) {
            try {
                reminders.remind(due);
            } catch (RuntimeException e) {
                LOG.warn("Nobody could be reminded of {}", due, e);
            }
        }
    }
}
