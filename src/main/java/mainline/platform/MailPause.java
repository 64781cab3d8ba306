package mainline.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** As long as an operator says so, no process of this installation sends mail; what is written meanwhile waits, and loses no attempt. */
@Component
public class MailPause {
    /** How long a mail that was begun in a pause lies before somebody looks again whether it is over. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private final MailPauseStore store;
    private final Errands errands;
    private final Clock clock;

    MailPause(MailPauseStore store, Errands errands, Clock clock) {
        this.store = store;
        this.errands = errands;
        this.clock = clock;
    }

    public record Begun(PersonId by, Instant at) {}

    @Transactional(readOnly = true)
    public Optional<Begun> now() {
        return store.find();
    }

    /** From now on: what is on its way at this moment still arrives. */
    @Transactional
    public void begin(PersonId by) {
        store.add(by, clock.instant());
    }

    @Transactional
    public void end() {
        store.remove();
        errands.takeUp(Sending.ERRAND);
    }

    /** Asked right before a mail is sent. */
    void heed() {
        if (store.find().isPresent()) throw new Held(clock.instant().plus(LOOK_AGAIN));
    }
}
