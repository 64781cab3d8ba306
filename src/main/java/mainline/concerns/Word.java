package mainline.concerns;

import java.time.Instant;
import mainline.kernel.PersonId;

/** What one member says when objections are asked for; their last word counts. */
public record Word(PersonId by, Kind kind, String text, Instant at) {
    public enum Kind {
        CONSENT,
        /** Consents and says what to watch. */
        RESERVATION,
        /** Objects: it would do harm, and the text says which. */
        OBJECTION,
        /** The objection is taken back and nothing else is said. */
        WITHDRAWN
    }

    boolean consents() {
        return kind == Kind.CONSENT || kind == Kind.RESERVATION;
    }
}
