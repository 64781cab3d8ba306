package mainline.decisions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mainline.community.AllTold;
import mainline.community.Audience;
import mainline.community.Notice;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells the roll of a question, keeps when they were told, and reminds those who have not voted when the end is near. */
@Component
class DecisionNotices {
    /** Who is told within this time loses nothing of the window. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofDays(2);
    private static final int MANY = 100;
    private static final String OPENED = "decision.told.opened.";

    private final DecisionStore store;
    private final ClockStore clocks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DecisionNotices(DecisionStore store, ClockStore clocks, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.clocks = clocks;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void opened(DecisionOpened opened) {
        Decision decision = store.find(opened.decision()).orElseThrow();
        Audience roll = new Audience.Roll(decision.subject(), decision.by());
        Reason text = decision.told(OPENED + decision.method(), decision.ends());
        events.publishEvent(
                decision.method().wantsEachVote()
                        ? Notice.asked(roll, decision.subject(), text)
                        : Notice.bound(roll, decision.subject(), text));
    }

    /** The window begins when they were told: what it took to tell them is added to it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void told(AllTold all) {
        Notice notice = all.notice();
        boolean opening = notice.subject().kind() == Subject.Kind.DECISION
                && !notice.text().gaps().isEmpty()
                && notice.text().gaps().getFirst() instanceof Reason inner
                && inner.key().startsWith(OPENED);
        if (!opening) return;
        Subject subject = notice.subject();
        store.lock(subject);
        Decision decision = store.find(subject).orElseThrow();
        Instant now = clock.instant();
        // A process that died when it had told the last of them is followed by one that tells them again.
        if (!store.told(subject, all.people(), now)) return;
        Duration took = Duration.between(decision.ballotOpens(), now);
        if (decision.stage() instanceof Stage.Open && took.compareTo(AT_ONCE) > 0)
            store.end(subject, decision.ends().plus(took));
    }

    /** Once for each window, unless it was shorter than two days altogether. */
    @Transactional
    public void remind() {
        for (Subject subject : clocks.endingBefore(clock.instant().plus(SOON), MANY)) {
            Decision decision = store.find(subject).orElseThrow();
            clocks.reminded(subject);
            boolean isLong = decision.ballotOpens().plus(SHORT).isBefore(decision.ends());
            if (isLong && decision.method().wantsEachVote())
                events.publishEvent(Notice.asked(
                        new Audience.Unvoted(subject, null),
                        subject,
                        decision.told("decision.told.soon", decision.ends())));
        }
    }
}
