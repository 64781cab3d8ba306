package mainline.handbook;

import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.record.HandbookPart;

/**
 * A part of the handbook with its own stewards and rules.
 *
 * @param path as {@code STEWARDS.yml} names it, without slashes at its ends: a folder, a file, or a pattern with {@code *} and
 *     {@code **}; empty for the whole handbook
 * @param name empty when it has none
 * @param stewards who oversees it now, the longest-serving first
 * @param emeriti who did, and is named for it
 * @param rules its own ones only; {@link Roster#rules} tells what holds
 */
public record Area(String path, String name, List<Steward> stewards, List<PersonId> emeriti, AreaRules rules) {
    /** Whether a file or folder of that path belongs to it. */
    public boolean holds(String file) {
        return new AreaPath(path).holds(file);
    }

    /** A pattern for the paths of its files that PostgreSQL and Java read alike; it matches anything for the whole handbook. */
    public String pattern() {
        return new AreaPath(path).files().pattern();
    }

    /** Its path as it stands in the file, such as {@code /meetings/**}. */
    public String written() {
        return AreaPath.written(path);
    }

    /** Where it is, in words. */
    public Reason place() {
        return HandbookPart.words(written());
    }

    /** How it is called in a sentence: by its name, or by where it is. */
    public Reason words() {
        return name.isEmpty() || path.isEmpty() ? place() : Reason.of("steward.part.named", name);
    }

    /** The same where it stands alone. */
    public Reason title() {
        return name.isEmpty() ? HandbookPart.title(written()) : Reason.of("steward.part.title.named", name);
    }
}
