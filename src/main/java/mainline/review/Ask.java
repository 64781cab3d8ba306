package mainline.review;

import java.time.Instant;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked for their word on a change.
 *
 * @param by who asked; null for the software
 * @param lines how many of the lines that it touches they wrote
 * @param passedOn when they said that somebody else should be asked; null while they have not
 */
public record Ask(
        PersonId person,
        @Nullable PersonId by,
        Why why,
        int lines,
        Instant at,
        @Nullable Instant passedOn) {
    public enum Why {
        /** They oversee some of what it touches. */
        STEWARD,
        /** They wrote lines that it touches. */
        LINES,
        /** A person asked them. */
        ASKED
    }

    public boolean isOpen() {
        return passedOn == null;
    }
}
