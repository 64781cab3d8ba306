package mainline.changes;

import java.util.List;
import java.util.Optional;
import mainline.community.Here;
import mainline.git.GitRepository;
import mainline.look.Form;
import org.jspecify.annotations.Nullable;

/**
 * A change as somebody looks at it, which every part of its page is made from.
 *
 * @param git open while the parts are asked
 * @param files every one that differs; the one of a draft
 * @param draft what a draft says; null for any other change
 */
public record ChangeLook(
        Here here,
        Change change,
        GitRepository git,
        Compared compared,
        List<Touched> files,
        @Nullable DraftText draft,
        ChangeQuery query) {

    static ChangeLook of(
            Here here,
            Change change,
            GitRepository git,
            Compared compared,
            Optional<DraftText> draft,
            ChangeQuery query) {
        return new ChangeLook(here, change, git, compared, files(git, compared, draft), draft.orElse(null), query);
    }

    private static List<Touched> files(GitRepository git, Compared compared, Optional<DraftText> draft) {
        if (compared.shown() != null) return Touched.all(git, compared.shown(), compared.since());
        return draft
                .map(DraftText::path)
                .map(path -> new Touched(
                        0, path, git.blob(git.head(), path).isEmpty() ? Touched.Kind.NEW : Touched.Kind.EDITED, null))
                .stream()
                .toList();
    }

    public Form form() {
        return query.form();
    }

    /** What the file at that path said before. */
    public String before(String path) {
        return git.text(compared.shown() == null ? git.head() : compared.before(), path)
                .orElse("");
    }

    /** What it says now. */
    public String after(String path) {
        if (draft != null) return draft.text();
        return compared.shown() == null
                ? ""
                : git.text(compared.shown().head(), path).orElse("");
    }
}
