package mainline.concerns;

import java.time.Duration;
import java.time.Instant;
import mainline.decisions.Phase;

/**
 * One round of consent and when each of its phases ends (clarify, react, amend, object); the second begins with amending.
 *
 * @param number from 1
 */
record Round(int number, Instant began, Instant clarified, Instant reacted, Instant amended, Instant ends) {
    /** So many rounds fail before the question goes on by another method. */
    static final int MOST = 2;

    private static final int PHASES = 4;

    /** A window in four equal parts. */
    static Round first(Instant opened, Instant ends) {
        Duration part = Duration.between(opened, ends).dividedBy(PHASES);
        return new Round(
                1,
                opened,
                opened.plus(part),
                opened.plus(part.multipliedBy(2)),
                opened.plus(part.multipliedBy(3)),
                ends);
    }

    Phase phase(Instant now) {
        if (now.isBefore(clarified)) return Phase.CLARIFY;
        if (now.isBefore(reacted)) return Phase.REACT;
        if (now.isBefore(amended)) return Phase.AMEND;
        return now.isBefore(ends) ? Phase.OBJECT : Phase.OVER;
    }

    Instant endOf(Phase phase) {
        return switch (phase) {
            case CLARIFY -> clarified;
            case REACT -> reacted;
            case AMEND -> amended;
            case OBJECT, OVER -> ends;
        };
    }

    /** The next phase begins now, and each later one keeps its length. Objecting cannot be cut short. */
    Round moveOn(Instant now) {
        Phase phase = phase(now);
        if (phase == Phase.OBJECT || phase == Phase.OVER) throw new IllegalStateException("nothing to move on to");
        Duration early = Duration.between(now, endOf(phase));
        return new Round(
                number,
                began,
                phase == Phase.CLARIFY ? now : clarified,
                switch (phase) {
                    case CLARIFY -> reacted.minus(early);
                    case REACT -> now;
                    case AMEND, OBJECT, OVER -> reacted;
                },
                phase == Phase.AMEND ? now : amended.minus(early),
                ends.minus(early));
    }

    /** The round after one that failed: time to amend, and as much to object. */
    Round again(Instant now) {
        Duration part = Duration.between(amended, ends);
        return new Round(number + 1, now, now, now, now.plus(part), now.plus(part.multipliedBy(2)));
    }
}
