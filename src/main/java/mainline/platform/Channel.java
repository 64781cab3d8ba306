package mainline.platform;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells every process on this database what moved, once the act that moved it is committed, and never otherwise. Listeners in
 * this process hear it from the act itself, whether or not the database can be listened to.
 */
@Component
public class Channel {
    private static final Logger log = LoggerFactory.getLogger(Channel.class);

    private final Teller teller;
    private final ObjectProvider<MovementListener> contributed;
    private volatile @Nullable List<MovementListener> listeners;

    Channel(Teller teller, ObjectProvider<MovementListener> listeners) {
        this.teller = teller;
        this.contributed = listeners;
    }

    /** Tells it with the caller's act, once however often. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Movement movement) {
        act().movements.add(movement);
    }

    private Act act() {
        for (TransactionSynchronization each : TransactionSynchronizationManager.getSynchronizations())
            if (each instanceof Act begun) return begun;
        Act act = new Act();
        TransactionSynchronizationManager.registerSynchronization(act);
        return act;
    }

    /** What is told of one act. */
    private final class Act implements TransactionSynchronization {
        private final Set<Movement> movements = new LinkedHashSet<>();

        @Override
        public void afterCommit() {
            movements.forEach(Channel.this::spread);
            teller.tell(movements);
        }
    }

    /** Hands on what came from the database, but for what was told from here. */
    void heard(Telling telling) {
        if (telling.origin().equals(teller.origin())) return;
        if (telling.isOfAnything()) lostTrack();
        else telling.movements().forEach(this::spread);
    }

    void lostTrack() {
        each(MovementListener::anythingMoved);
    }

    private void spread(Movement movement) {
        each(listener -> listener.moved(movement));
    }

    /** What goes wrong here is no failure of the act, which is done. */
    private void each(Consumer<MovementListener> hear) {
        for (MovementListener listener : listeners()) {
            try {
                hear.accept(listener);
            } catch (RuntimeException e) {
                log.warn("{} did not take in what moved", listener.getClass().getSimpleName(), e);
            }
        }
    }

    /** Found late, since those who follow may stand on those who tell. */
    private List<MovementListener> listeners() {
        List<MovementListener> all = listeners;
        if (all == null) {
            all = contributed.orderedStream().toList();
            listeners = all;
        }
        return all;
    }
}
