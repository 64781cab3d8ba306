package mainline.decisions;

import java.time.Clock;
import java.util.List;
import mainline.kernel.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ends decisions: each exactly once, however many processes try, in a transaction of its own. */
@Component
class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final int AT_ONCE = 100;

    private final DecisionStore store;
    private final ClockStore clocks;
    private final BallotBox box;
    private final Electorate electorate;
    private final ObjectProvider<Settling> settlings;
    private final Settlement settlement;
    private final TransactionOperations transaction;
    private final Clock clock;

    Closing(
            DecisionStore store,
            ClockStore clocks,
            BallotBox box,
            Electorate electorate,
            ObjectProvider<Settling> settlings,
            Settlement settlement,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.clocks = clocks;
        this.box = box;
        this.electorate = electorate;
        this.settlings = settlings;
        this.settlement = settlement;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Closes whatever is over. A real clock that has jumped ahead closes nothing: the database's clock must agree. */
    void closeDue() {
        boolean real = clock.equals(Clock.systemUTC());
        clocks.over(clock.instant(), real, AT_ONCE).forEach(this::tryToClose);
        clocks.waitingForAll(AT_ONCE).forEach(this::closeIfAllVoted);
    }

    /** Within a larger act it is left to the job. */
    void closeIfAllVoted(Subject subject) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return;
        if (!isDone(store.find(subject).orElseThrow())) return;
        ApartFromVoter.run(() -> tryToClose(subject));
    }

    private boolean isDone(Decision decision) {
        return decision.stage() instanceof Stage.Open
                && decision.method().isCounted()
                && decision.endsWhenAllVoted()
                && electorate.voted(decision) >= decision.eligible();
    }

    private void tryToClose(Subject subject) {
        try {
            boolean swept = Boolean.TRUE.equals(transaction.execute(status -> close(subject)));
            if (swept && !TransactionSynchronizationManager.isActualTransactionActive()) box.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Decision {} of community {} could not be closed", subject.number(), subject.community(), e);
        }
    }

    /** @return whether there were secret ballots, whose traces are to be swept when the transaction is over */
    private boolean close(Subject subject) {
        store.lock(subject);
        Decision decision = store.find(subject).orElseThrow();
        boolean over = !decision.takesBallots(clock.instant()) || isDone(decision);
        if (!(decision.stage() instanceof Stage.Open) || !over) return false;
        if (decision.method().isCounted()) {
            List<BallotStore.Row> cast = box.open(decision);
            settlement.settle(decision, Counting.settle(decision, cast), Attestation.proof(cast));
            return decision.secret();
        }
        for (Settling settling : settlings) {
            Settling.Settled settled = settling.method() == decision.method() ? settling.settle(decision) : null;
            if (settled != null) settlement.settle(decision, settled);
        }
        return false;
    }
}
