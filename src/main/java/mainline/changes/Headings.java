package mainline.changes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mainline.git.GitRepository;
import mainline.handbook.PageLink;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import org.eclipse.jgit.lib.ObjectId;

/** The headings of a commit's pages, each page read when the first link leads to it. */
final class Headings {
    private static final int MOST_PAGES = 300;

    private final GitRepository git;
    private final ObjectId commit;
    private final Reviewed.Files files;
    private final Map<String, Set<String>> known = new HashMap<>();

    Headings(GitRepository git, ObjectId commit, Reviewed.Files files) {
        this.git = git;
        this.commit = commit;
        this.files = files;
    }

    /** Whether the heading is there that a link names; what is no page, or not there, has no headings to miss. */
    boolean leads(PageLink link) {
        if (link.anchor().isEmpty() || link.anchor().equals("top")) return true;
        return PagePaths.pages(link.target()).stream()
                .filter(files::has)
                .findFirst()
                .filter(page -> known.size() < MOST_PAGES || known.containsKey(page))
                .map(page -> of(page).contains(link.anchor()))
                .orElse(true);
    }

    private Set<String> of(String page) {
        return known.computeIfAbsent(
                page, path -> PageText.anchors(git.text(commit, path).orElse("")));
    }
}
