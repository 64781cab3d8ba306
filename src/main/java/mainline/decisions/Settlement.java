package mainline.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mainline.community.Calendar;
import mainline.community.Notice;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import mainline.record.PublicRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from how a decision ended: its outcome, the day it is looked at again, and for how long it is not asked again. */
@Component
public class Settlement {
    private static final int NINE = 9;

    private final DecisionStore store;
    private final ClockStore clocks;
    private final RuleBook rules;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    Settlement(
            DecisionStore store,
            ClockStore clocks,
            RuleBook rules,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.store = store;
        this.clocks = clocks;
        this.rules = rules;
        this.record = record;
        this.calendar = calendar;
        this.events = events;
    }

    /** Ends a decision in which nothing was counted, before its window is over or at its end; the caller holds it. */
    public void settle(Decision decision, Settling.Settled settled) {
        settle(decision, null, settled, Map.of());
    }

    /** The same by an act of somebody, who hears nothing of it. */
    void stop(Decision decision, PersonId by, Settling.Settled settled) {
        settle(decision, by, settled, Map.of());
    }

    private static boolean isAnswered(Decision decision, Settling.Settled settled) {
        return settled.voted() >= Math.max(1, decision.leastTurnout());
    }

    /** @param proof of what was counted, for the record */
    void settle(Decision decision, Settling.Settled settled, Map<String, String> proof) {
        settle(decision, null, settled, proof);
    }

    private void settle(Decision decision, @Nullable PersonId by, Settling.Settled settled, Map<String, String> proof) {
        Subject subject = decision.subject();
        if (!store.leave(subject)) return;
        Instant now = calendar.now();
        store.close(subject, now, settled);
        record.add(Acts.closed(decision, by, settled, proof));
        if (settled.passed() && decision.review() != null)
            clocks.review(
                    subject, WallClock.moment(decision.review().atTime(NINE, 0), calendar.zone(subject.community())));
        if (!settled.passed()
                && isAnswered(decision, settled)
                && decision.method().saysNo()) {
            Duration barred =
                    Duration.ofDays(rules.current(subject.community()).waits().barredDays());
            clocks.bar(subject.community(), clocks.normal(subject), now.plus(barred));
        }
        if (!decision.by().equals(by))
            events.publishEvent(
                    Notice.answered(decision.by(), subject, Reason.of("decision.told.closed", decision.question())));
        events.publishEvent(
                new DecisionClosed(subject, decision.about(), decision.method(), settled.passed(), settled.winners()));
    }
}
