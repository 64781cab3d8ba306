package mainline.platform;

import java.io.Serial;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/** More of this is asked for at once than the house has room for; it may be asked again after a while. */
public final class Busy extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    Busy(String what) {
        super(what, null, false, false);
    }

    /** Whether this is what became of waiting for the database among too many. */
    public static boolean isMeantBy(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof Busy || cause instanceof SQLTransientConnectionException) return true;
        return false;
    }

    public static Duration pause() {
        return PAUSE;
    }
}
