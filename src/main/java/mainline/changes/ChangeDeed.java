package mainline.changes;

import java.time.Instant;
import mainline.kernel.Subject;

/** Something one person did about a change. */
public record ChangeDeed(Kind kind, Subject change, String title, Instant at) {
    public enum Kind {
        /** Wrote what was merged. */
        WROTE,
        MERGED,
        APPROVED,
        ENDORSED,
        /** Raised a concern. */
        DOUBTED
    }
}
