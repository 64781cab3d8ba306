package mainline.platform;

import java.io.Serial;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers for a day which forms were sent, over all processes of an installation, and where each led; and what programs
 * sent under keys that they chose, and what they were answered.
 */
@Component
public class SentForms {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** PostgreSQL has waited for a lock as long as it was told to. */
    private static final String TOO_LONG = "55P03";

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

    /**
     * What a program was answered.
     *
     * @param print a hash over what it had sent
     * @param leadsTo empty when it leads nowhere
     * @param tag empty when what was answered has none
     */
    public record Answer(byte[] print, int status, String leadsTo, String tag, String body) {}

    /** The first with this key is still being worked on. */
    public static final class StillWorking extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /**
     * Takes the key for the caller's transaction, which has to say by {@link #answered} what came of it. While another
     * transaction has the same one, this waits for its end.
     *
     * @return what was answered before; empty when this is the first
     * @throws StillWorking when the other takes long
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Answer> takeOrRepeat(byte[] key, byte[] print) {
        try {
            if (store.add(key, print, clock.instant(), PATIENCE)) return Optional.empty();
        } catch (UncategorizedSQLException waiting) {
            SQLException told = waiting.getSQLException();
            if (told != null && TOO_LONG.equals(told.getSQLState())) throw new StillWorking();
            throw waiting;
        }
        return store.answer(key);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(byte[] key, Answer answer) {
        store.answered(key, answer);
    }

    @Transactional
    void forget() {
        store.forget(clock.instant().minus(KEPT));
    }
}
