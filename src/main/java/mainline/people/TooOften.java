package mainline.people;

import java.io.Serial;
import java.time.Duration;

/** The same was tried too often; it may be tried again after a while. */
public final class TooOften extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    TooOften(Duration pause) {
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
