package mainline.platform;

import java.time.Duration;

/** A letter on its way, with the number of attempts made so far, this one included. */
record OutgoingMail(long id, Letter letter, int attempts) {
    private static final int LAST_ATTEMPT = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    boolean isHopeless() {
        return attempts >= LAST_ATTEMPT;
    }

    /** How long to wait after this attempt fails: a minute at first, each time twice as long. */
    static Duration pauseAfter(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
