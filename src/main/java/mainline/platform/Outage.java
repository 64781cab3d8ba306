package mainline.platform;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Why something cannot be done just now that is nobody's mistake, and will be possible again. */
public enum Outage {
    /** There is no room left on the disk of the data, of temporary files or of the database. */
    FULL,
    /** The database does not answer, or has too little of something, for a moment. */
    AWAY;

    /** @return null when the failure has another cause */
    public static @Nullable Outage of(Throwable failure) {
        Outage found = null;
        int depth = 0;
        for (Throwable at = failure; at != null && depth < 30; at = at.getCause(), depth++) {
            var one = at instanceof SQLException sql ? of(sql) : at instanceof IOException && isFull(at) ? FULL : null;
            if (one == FULL) return FULL;
            if (one != null) found = one;
        }
        return found;
    }

    private static @Nullable Outage of(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.equals("53100") || isFull(failure)) return FULL;
        return state.startsWith("53")
                        || state.startsWith("08")
                        || state.startsWith("57P0")
                        || failure instanceof SQLTransientConnectionException
                        // What the pool says of a connection it gave up, when the act is rolled back on it.
                        || "Connection is closed".equals(failure.getMessage())
                ? AWAY
                : null;
    }

    private static boolean isFull(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }
}
