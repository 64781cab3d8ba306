package mainline.handbook;

import java.time.Instant;
import mainline.kernel.PersonId;

/**
 * Somebody who oversees what is merged in a folder and all below it.
 *
 * @param area the folder, empty for the whole handbook
 */
public record Steward(String area, PersonId person, Instant since, PersonId appointedBy) {
    /** Whether a file of that path is overseen by this steward. */
    public boolean oversees(String path) {
        return PagePaths.isWithin(path, area);
    }
}
