package mainline.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers for a day which forms were sent, over all processes of an installation, and where each led. */
@Component
public class SentForms {
    private static final Duration KEPT = Duration.ofDays(1);

    private final SentFormStore store;
    private final Clock clock;

    SentForms(SentFormStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Where the form of that key led, if it was sent before. */
    public Optional<String> leadsTo(byte[] key) {
        return store.leadsTo(key);
    }

    /**
     * Takes the form for the caller's transaction: with it, the form counts as sent, or not. While another transaction
     * has the same form, this waits for its end.
     *
     * @return false when the form was sent before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(byte[] key, String leadsTo) {
        return store.add(key, leadsTo, clock.instant());
    }

    /** Says anew where a form leads that this request has taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lead(byte[] key, String to) {
        store.lead(key, to);
    }

    @Transactional
    void forget() {
        store.forget(clock.instant().minus(KEPT));
    }
}
