package mainline.platform;

import java.time.Duration;

/** How often something may be tried. */
public sealed interface Pace {
    /** So many times within a window, which begins with the first attempt. */
    record Window(int most, Duration length) implements Pace {}

    /**
     * Freely at first; after that each attempt is followed by a wait, twice as long as the one before.
     *
     * @param free so many attempts are followed by no wait
     * @param longest no wait is longer
     * @param memory so long after the last attempt all is forgotten
     */
    record Slower(int free, Duration first, Duration longest, Duration memory) implements Pace {
        public Slower {
            if (memory.compareTo(longest) <= 0) throw new IllegalArgumentException("forgotten while one still waits");
        }
    }
}
