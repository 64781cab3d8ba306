package mainline.platform;

import java.time.Duration;

/** How long to wait before something that failed is tried again, and when it is given up. */
final class Waits {
    /** With these waits, after about two days. */
    static final int LAST_ATTEMPT = 12;

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    private Waits() {}

    /** Two minutes after the first attempt, then each time twice as long. */
    static Duration after(int attempts) {
        var wait = FIRST.multipliedBy(1L << Math.min(attempts, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
