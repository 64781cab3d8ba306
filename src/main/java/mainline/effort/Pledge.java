package mainline.effort;

import java.time.Instant;
import java.time.LocalDate;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A dated promise of effort to an idea.
 *
 * @param due by when, in the community's zone
 * @param released when it was taken back; null while it counts
 */
public record Pledge(
        Subject subject,
        Subject idea,
        PersonId member,
        EffortKind kind,
        Hours hours,
        LocalDate due,
        Instant made,
        Instant changed,
        @Nullable Instant released) {
    public boolean isLive() {
        return released == null;
    }
}
