package mainline.changes;

import java.util.List;
import java.util.Map;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.PagePaths;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.text.LineEnds;
import org.eclipse.jgit.lib.ObjectId;
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

    public static final int LONGEST_TITLE = 120;
    static final int LONGEST_WHY = 1000;
    public static final int LONGEST_INTEREST = 300;

    /** One that names no clause. */
    public Proposal(
            String path, String base, String text, String title, String why, String interest, @Nullable Subject from) {
        this(path, base, text, title, why, interest, from, 0);
    }

    /** A title that was made, such as from another's, in the length a title may have. */
    static String cut(String title) {
        if (title.length() <= LONGEST_TITLE) return title;
        int end = LONGEST_TITLE - 1;
        return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    public Proposal tidy() {
        Reasons tidy = reasons().tidy();
        return new Proposal(
                path, base.strip(), PagePaths.stored(text), tidy.title(), tidy.why(), tidy.interest(), from, clause);
    }

    public Reasons reasons() {
        return new Reasons(title, why, interest, from, clause);
    }

    /** Notes the problems of a tidy proposal that need no look into the handbook. */
    void check(Refused.Check check) {
        boolean isText = path.endsWith(".md") || path.equals(Areas.FILE);
        check.that(isText && PagePaths.isSafe(path), "path", "handbook.path.odd");
        reasons().check(check);
        PagePaths.check(check, text);
    }

    /**
     * Brings a tidy proposal up to the handbook as it is now.
     *
     * @throws Refused for {@code text} with {@code change.conflict} when both sides changed the same lines
     */
    Settled settled(GitRepository git) {
        ObjectId began = base.isEmpty()
                ? git.head()
                : git.commit(base).orElseThrow(() -> Refused.because("", "change.base.unknown"));
        boolean there = git.blob(began, path).isPresent();
        String ended = LineEnds.like(git.text(began, path).orElse(""), text);
        Wanted wanted = new Wanted(there ? path : null, path, new FileContent.Text(ended));
        Settled settled = new Settling(git, began, Map.of()).of(List.of(wanted));
        if (!settled.open().isEmpty()) throw Refused.because("text", "change.conflict");
        if (settled.edits().isEmpty()) throw Refused.because("text", "change.nothing");
        return settled;
    }
}
