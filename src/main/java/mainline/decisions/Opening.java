package mainline.decisions;

import java.time.Clock;
import java.time.Duration;
import mainline.kernel.Subject;
import mainline.record.PublicRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens the ballots that were announced, each once, however many processes try: who may vote is written on the roll then. */
@Component
class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final int AT_ONCE = 100;
    /** What opens later than this is open as long as it would have been. */
    private static final Duration PUNCTUAL = Duration.ofHours(1);

    private final DecisionStore store;
    private final ClockStore clocks;
    private final Asking asking;
    private final Electorate electorate;
    private final PublicRecord record;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Opening(
            DecisionStore store,
            ClockStore clocks,
            Asking asking,
            Electorate electorate,
            PublicRecord record,
            TransactionOperations transaction,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.clocks = clocks;
        this.asking = asking;
        this.electorate = electorate;
        this.record = record;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** A real clock that has jumped ahead opens nothing: the database's clock must agree. */
    void openDue() {
        boolean real = clock.equals(Clock.systemUTC());
        for (Subject subject : clocks.toOpen(clock.instant(), real, AT_ONCE))
            try {
                transaction.executeWithoutResult(status -> open(subject));
            } catch (RuntimeException e) {
                LOG.warn(
                        "The ballot of decision {} of community {} could not be opened",
                        subject.number(),
                        subject.community(),
                        e);
            }
    }

    private void open(Subject subject) {
        store.lock(subject);
        Decision announced = store.find(subject).orElseThrow();
        if (!(announced.stage() instanceof Stage.Announced talk)
                || clock.instant().isBefore(talk.opens())) return;
        Asking.Begun begun = asking.open(announced);
        clocks.open(begun.decision());
        Duration late = Duration.between(talk.opens(), clock.instant());
        // Nobody could vote while no process ran.
        if (late.compareTo(PUNCTUAL) > 0) store.end(subject, announced.ends().plus(late));
        Decision opened = store.find(subject).orElseThrow();
        electorate.enrol(opened, begun.roll());
        record.add(Acts.ballotOpened(opened));
        events.publishEvent(new DecisionOpened(subject));
    }
}
