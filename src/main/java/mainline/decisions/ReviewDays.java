package mainline.decisions;

import java.time.Clock;
import mainline.community.Notice;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The days on which what was decided is looked at again. */
@Component
class ReviewDays {
    private static final int AT_ONCE = 100;

    private final DecisionStore store;
    private final ClockStore clocks;
    private final PublicRecord record;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ReviewDays(
            DecisionStore store,
            ClockStore clocks,
            PublicRecord record,
            TransactionOperations transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.clocks = clocks;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** Reminds whoever asked that the day has come, once. */
    void remind() {
        for (Subject subject : clocks.reviews(clock.instant(), AT_ONCE))
            transaction.executeWithoutResult(status -> {
                if (!clocks.reviewed(subject)) return;
                Decision decision = store.find(subject).orElseThrow();
                record.add(Act.byItself(
                        DecisionVerb.REVIEW_DUE, subject, decision.question(), String.valueOf(decision.review())));
                events.publishEvent(
                        Notice.asked(decision.by(), subject, Reason.of("decision.told.review", decision.question())));
            });
    }
}
