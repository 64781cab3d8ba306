package mainline.stewardship;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A question to the community whether somebody goes on overseeing an area, before their term is over.
 *
 * @param area its path, empty for the whole handbook
 * @param words what was asked, in the language it was asked in
 * @param decision the show of hands about it
 */
public record Recall(
        Subject subject,
        String area,
        PersonId steward,
        PersonId by,
        String reason,
        String words,
        Instant at,
        Subject decision,
        State state) {
    static final int LONGEST_REASON = 2000;

    /** How far it has come. */
    public sealed interface State {}

    public record Deciding() implements State {}

    /** Decided; it is carried out as soon as somebody else oversees the whole handbook. */
    public record Waiting(Instant since) implements State {}

    /** @param change the one it made; null when the file did not name them any more */
    public record CarriedOut(Instant at, @Nullable Subject change) implements State {}

    public record TurnedDown(Instant at) implements State {}

    public record Withdrawn(Instant at) implements State {}

    /** They stepped down, left or their term was over meanwhile. */
    public record Lapsed(Instant at) implements State {}

    public String path() {
        return subject.path();
    }
}
