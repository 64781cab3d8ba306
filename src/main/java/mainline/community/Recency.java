package mainline.community;

import java.time.Duration;
import java.time.Instant;

/** How long ago, so coarsely that nobody is watched by it. */
enum Recency {
    WEEK,
    MONTH,
    LONGER;

    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_MONTH = Duration.ofDays(31);

    static Recency of(Instant last, Instant now) {
        if (last.isAfter(now.minus(A_WEEK))) return WEEK;
        return last.isAfter(now.minus(A_MONTH)) ? MONTH : LONGER;
    }
}
