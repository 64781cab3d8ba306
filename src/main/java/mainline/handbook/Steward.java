package mainline.handbook;

import java.time.Instant;
import java.time.LocalDate;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who oversees what is merged in an area and all below it.
 *
 * @param area its path as {@link Area} gives it, empty for the whole handbook
 * @param until the last day of the term; null for one without an end
 * @param appointedBy who merged or made it so; null when it came with an imported history
 */
public record Steward(
        String area,
        PersonId person,
        Instant since,
        @Nullable LocalDate until,
        @Nullable PersonId appointedBy) {
    /** Whether a file of that path is overseen by this steward. */
    public boolean oversees(String path) {
        return new AreaPath(area).holds(path);
    }
}
