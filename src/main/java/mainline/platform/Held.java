package mainline.platform;

import java.time.Instant;

/** An errand is not to be begun at present, for no fault of its own: it is looked at again then, and no attempt is counted. */
final class Held extends RuntimeException {
    private final Instant until;

    Held(Instant until) {
        super("held until " + until, null, false, false);
        this.until = until;
    }

    Instant until() {
        return until;
    }
}
