package mainline.stewardship;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A member put forward to oversee an area. Nothing happens without their own yes.
 *
 * @param area its path, empty for the whole handbook
 * @param interest what whoever nominates has to gain by it; empty when nothing was declared
 * @param words what is to be decided, in the language it was accepted in; empty until then
 * @param renewal whether the nominee oversees it already, and would for another term
 */
public record Nomination(
        Subject subject,
        String area,
        PersonId nominee,
        PersonId by,
        String reason,
        String interest,
        String words,
        boolean renewal,
        Instant at,
        State state) {
    static final int LONGEST_REASON = 2000;
    static final int LONGEST_INTEREST = 300;

    /** How far it has come. */
    public sealed interface State {}

    /** The nominee has not answered; only the two of them know of it. */
    public record Asked() implements State {}

    /** They would rather not; only the two of them know of it. */
    public record Declined(Instant at) implements State {}

    /** Taken back by whoever nominated, before or after the nominee accepted. */
    public record Withdrawn(Instant at, @Nullable Subject decision) implements State {}

    /** @param decision as it was put at first; it may go on as another */
    public record Deciding(Instant accepted, Subject decision) implements State {}

    /** @param change the one it made; null when the file said so already */
    public record Confirmed(
            Instant at, Subject decision, @Nullable Subject change) implements State {}

    public record TurnedDown(Instant at, Subject decision) implements State {}

    /** @param why the message {@code nomination.lapsed.NAME} */
    public record Lapsed(Instant at, @Nullable Subject decision, String why) implements State {}

    public boolean isOpen() {
        return state instanceof Asked || state instanceof Deciding;
    }

    public boolean isSelf() {
        return by.equals(nominee);
    }

    /** What the community was asked about it; null as long as the nominee has not accepted. */
    public @Nullable Subject decision() {
        return switch (state) {
            case Asked asked -> null;
            case Declined declined -> null;
            case Withdrawn withdrawn -> withdrawn.decision();
            case Deciding deciding -> deciding.decision();
            case Confirmed confirmed -> confirmed.decision();
            case TurnedDown turnedDown -> turnedDown.decision();
            case Lapsed lapsed -> lapsed.decision();
        };
    }

    /** Whether this person may know of it: until the nominee has accepted, only the two concerned. */
    public boolean isFor(@Nullable PersonId viewer) {
        return decision() != null || nominee.equals(viewer) || by.equals(viewer);
    }

    public String path() {
        return subject.path();
    }
}
