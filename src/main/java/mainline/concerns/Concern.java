package mainline.concerns;

import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;

/**
 * A named, reasoned block of what would otherwise stand by silence.
 *
 * @param number from 1, per decision
 * @param resolver who works on resolving it, by default whoever raised it
 * @param harm what would be harmed; may be empty when a clause is named
 * @param clause of the mission that speaks against it; 0 for none
 * @param turns what was said about it, the oldest first
 */
public record Concern(
        Subject decision,
        int number,
        PersonId by,
        PersonId resolver,
        String harm,
        int clause,
        Instant at,
        List<Turn> turns,
        State state) {

    public boolean isOpen() {
        return switch (state) {
            case Waiting waiting -> true;
            case Answered answered -> true;
            case Resolved resolved -> false;
            case Stands stands -> false;
            case Lapsed lapsed -> false;
        };
    }

    /** One turn of the talk about a concern. */
    public record Turn(Kind kind, PersonId by, String text, Instant at) {}

    /** An amendment of the decision answers every open concern. */
    public enum Kind {
        ANSWER,
        REPLY,
        AMENDMENT
    }

    /** Whose word is next, or how it ended. */
    public sealed interface State {}

    /** The askers owe an answer: no clock runs, and without one it never lapses. */
    public record Waiting() implements State {}

    /** Whoever raised it owes the next word; at {@code until} it lapses. */
    public record Answered(Instant at, Instant until) implements State {}

    public record Resolved(Instant at, String reason) implements State {}

    public record Stands(Instant at, String reason) implements State {}

    public record Lapsed(Instant at) implements State {}
}
