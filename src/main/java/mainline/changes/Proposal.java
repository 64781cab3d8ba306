package mainline.changes;

import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody proposes.
 *
 * @param path of the page's file, ending in {@code .md}
 * @param base the handbook's commit the author began from, as {@link Handbook#head} gave it; empty for the present one
 * @param text the whole page in Markdown
 * @param interest empty when the author has none
 * @param from null when it comes from nothing in particular
 * @param clause the number of the mission's clause it serves; 0 for none in particular
 */
public record Proposal(
        String path,
        String base,
        String text,
        String title,
        String why,
        String interest,
        @Nullable Subject from,
        int clause) {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_WHY = 1000;
    static final int LONGEST_INTEREST = 300;

    /** One that names no clause. */
    public Proposal(
            String path, String base, String text, String title, String why, String interest, @Nullable Subject from) {
        this(path, base, text, title, why, interest, from, 0);
    }

    Proposal tidy() {
        return new Proposal(
                path,
                base.strip(),
                PagePaths.stored(text),
                title.strip().replaceAll("\\s+", " "),
                why.replace("\r\n", "\n").strip(),
                interest.strip(),
                from,
                clause);
    }

    /** Notes the problems of a tidy proposal that need no look into the handbook. */
    void check(Refused.Check check) {
        boolean isText = path.endsWith(".md") || path.equals(Areas.FILE);
        check.that(isText && PagePaths.isSafe(path), "path", "handbook.path.odd")
                .text(title, "title", LONGEST_TITLE)
                .text(why, "why", LONGEST_WHY)
                .optional(interest, "interest", LONGEST_INTEREST);
        PagePaths.check(check, text);
    }
}
