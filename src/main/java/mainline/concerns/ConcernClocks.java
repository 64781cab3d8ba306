package mainline.concerns;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mainline.community.Calendar;
import mainline.community.Notice;
import mainline.decisions.Decision;
import mainline.decisions.DecisionAmended;
import mainline.decisions.DecisionVerb;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Stage;
import mainline.decisions.WallClock;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.record.Act;
import mainline.record.PublicRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The clocks of concerns: when one begins, when it reminds, and when a concern lapses. The caller holds the decision. */
@Component
class ConcernClocks {
    private static final int MANY = 200;
    private static final int REMINDED_BEFORE_DAYS = 2;

    private final ConcernStore store;
    private final Decisions decisions;
    private final Escalations escalations;
    private final PublicRecord record;
    private final Calendar calendar;
    private final ApplicationEventPublisher events;

    ConcernClocks(
            ConcernStore store,
            Decisions decisions,
            Escalations escalations,
            PublicRecord record,
            Calendar calendar,
            ApplicationEventPublisher events) {
        this.store = store;
        this.decisions = decisions;
        this.escalations = escalations;
        this.record = record;
        this.calendar = calendar;
        this.events = events;
    }

    /** Keeps what answers a concern, the first answer or another; from now on whoever raised it owes the next word. */
    void answered(Concern concern, Concern.Turn turn, Decision decision) {
        store.turn(concern, turn);
        if (concern.state() instanceof Concern.Answered before) ask(concern, decision, before.until());
        if (!(concern.state() instanceof Concern.Waiting)) return;
        LocalDateTime local = LocalDateTime.ofInstant(
                turn.at(), calendar.zone(decision.subject().community()));
        LocalDateTime until = local.plusDays(decision.terms().concernDays());
        Instant lapses =
                WallClock.moment(until, calendar.zone(decision.subject().community()));
        LocalDateTime reminds =
                until.minusDays(Math.min(REMINDED_BEFORE_DAYS, decision.terms().concernDays()));
        store.start(
                concern,
                turn.at(),
                lapses,
                WallClock.moment(reminds, calendar.zone(decision.subject().community())));
        ask(concern, decision, lapses);
    }

    private void ask(Concern concern, Decision decision, Instant lapses) {
        events.publishEvent(Notice.asked(
                concern.by(), concern.decision(), Reason.of("concern.told.answered", decision.question(), lapses)));
    }

    /** An amendment answers every open concern, and begins the window anew so that all can look again. */
    @EventListener
    void amended(DecisionAmended amendment) {
        Subject subject = amendment.decision();
        Decision decision = decisions.get(subject.community(), subject.number());
        if (decision.method() != Method.LAZY_CONSENSUS) return;
        List<Concern> open = store.of(subject).stream().filter(this::isOpenNow).toList();
        if (open.isEmpty() && !decision.takesBallots(calendar.now())) throw Refused.because("", "decision.over");
        if (!amendment.material()) return;
        Instant least = calendar.now().plus(escalations.shortest(decision));
        if (decision.ends().isBefore(least)) decisions.end(subject, least);
        if (!open.isEmpty()) store.rest(subject);
        for (Concern concern : open)
            answered(concern, new Concern.Turn(Concern.Kind.AMENDMENT, decision.by(), "", calendar.now()), decision);
    }

    /** Clocks that have to be looked at: one of these reminds, or lapses. */
    List<ConcernStore.Due> due() {
        Instant now = calendar.now();
        return Stream.concat(store.due(now, MANY).stream(), store.toRemind(now, MANY).stream())
                .distinct()
                .toList();
    }

    void look(Decision decision, Concern concern) {
        if (!(decision.stage() instanceof Stage.Open) || !(concern.state() instanceof Concern.Answered answered)) {
            store.stop(concern);
        } else if (!calendar.now().isBefore(answered.until())) {
            lapse(decision, concern);
        } else {
            store.reminded(concern);
            events.publishEvent(Notice.asked(
                    concern.by(),
                    decision.subject(),
                    Reason.of("concern.told.lapses-soon", decision.question(), answered.until())));
        }
    }

    private void lapse(Decision decision, Concern concern) {
        end(concern, "LAPSED", "");
        record.add(Act.byItself(DecisionVerb.CONCERN_LAPSED, decision.subject(), decision.question(), ""));
        for (PersonId person : Set.of(decision.by(), concern.by()))
            events.publishEvent(
                    Notice.answered(person, decision.subject(), Reason.of("concern.told.lapsed", decision.question())));
    }

    void end(Concern concern, String how, String reason) {
        store.end(concern, how, reason, calendar.now());
        if (store.of(concern.decision()).stream().noneMatch(Concern::isOpen)) store.wake(concern.decision());
    }

    /** How many keep the decision from standing; those whose time ran out lapse now. The caller holds the decision. */
    int stillOpen(Decision decision) {
        int open = 0;
        for (Concern concern : store.of(decision.subject())) {
            if (isOpenNow(concern)) open++;
            else if (concern.isOpen()) lapse(decision, concern);
        }
        return open;
    }

    /** The clock says whether it lapsed, not the job. */
    boolean isOpenNow(Concern concern) {
        return concern.isOpen()
                && !(concern.state() instanceof Concern.Answered answered
                        && !calendar.now().isBefore(answered.until()));
    }
}
