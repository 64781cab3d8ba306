package mainline.changes;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.git.GitRepository;
import mainline.handbook.PageLink;
import mainline.handbook.PagePaths;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A version of a change beside the handbook it stands on and the handbook as it is now. What is asked about it is read when it
 * is asked for first, and lasts as long as {@code git} is open.
 */
public final class Reviewed {
    private final Change change;
    private final Version version;
    private final GitRepository git;
    private final ObjectId main;
    private final Map<ObjectId, Files> files = new HashMap<>();
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, String> after = new HashMap<>();
    private @Nullable Headings headings;

    private Reviewed(Change change, Version version, GitRepository git) {
        this.change = change;
        this.version = version;
        this.git = git;
        this.main = git.head();
    }

    public static Reviewed of(Change change, Version version, GitRepository git) {
        return new Reviewed(change, version, git);
    }

    public Change change() {
        return change;
    }

    public Version version() {
        return version;
    }

    public GitRepository git() {
        return git;
    }

    /** The handbook's commit as it is now. */
    public ObjectId main() {
        return main;
    }

    private Files before() {
        return files(version.base());
    }

    private Files after() {
        return files(version.head());
    }

    private Files now() {
        return files(main);
    }

    private Files files(ObjectId commit) {
        return files.computeIfAbsent(commit, one -> new Files(git.paths(one)));
    }

    /** Whether the heading that a link names will be there; what is no page has no headings to miss. */
    public boolean leads(PageLink link) {
        if (headings == null) headings = new Headings(git, version.head(), after());
        return headings.leads(link);
    }

    /** The glossaries of a page's folder and of all around it, the nearest first. */
    public List<String> glossaries(String page) {
        return after().glossaries(page);
    }

    /** The pages it touches and leaves there. */
    public List<String> pages() {
        return change.paths().stream()
                .filter(path -> path.endsWith(".md") && after().has(path))
                .toList();
    }

    /** The files it takes away. */
    public List<String> gone() {
        return change.paths().stream()
                .filter(path -> before().has(path) && !after().has(path))
                .toList();
    }

    public String before(String path) {
        return before.computeIfAbsent(path, one -> git.text(version.base(), one).orElse(""));
    }

    public String after(String path) {
        return after.computeIfAbsent(path, one -> git.text(version.head(), one).orElse(""));
    }

    public boolean wasThere(String target) {
        return before().leads(target);
    }

    /** Whether a link leads somewhere once the change is part of the handbook as it is now. */
    public boolean willBeThere(String target) {
        boolean added = after().leads(target) && !before().leads(target);
        boolean removed = before().leads(target) && !after().leads(target);
        return added || (now().leads(target) && !removed);
    }

    /** Whether the page was there and had no such heading. */
    public boolean ledNowhere(PageLink link) {
        return !new Headings(git, version.base(), before()).leads(link);
    }

    /** The files of a commit and the folders they lie in. */
    static final class Files {
        private final Set<String> names = new HashSet<>();

        Files(List<String> paths) {
            for (String path : paths) {
                names.add(path);
                String plain = Normalizer.normalize(path, Normalizer.Form.NFC);
                if (!plain.equals(path)) names.add(plain);
                for (String folder = PagePaths.folder(path); names.add(folder); folder = PagePaths.folder(folder)) {
                    if (folder.isEmpty()) break;
                }
            }
        }

        boolean has(String path) {
            return names.contains(path);
        }

        boolean leads(String target) {
            return target.isEmpty() || names.contains(target) || names.contains(target + ".md");
        }

        /** The glossaries of a page's folder and of all around it, the nearest first. */
        List<String> glossaries(String page) {
            Set<String> found = new java.util.LinkedHashSet<>();
            for (String folder = PagePaths.folder(page); ; folder = PagePaths.folder(folder)) {
                String within = folder.isEmpty() ? "" : folder + "/";
                for (String name : List.of("glossary.md", "GLOSSARY.md", "Glossary.md"))
                    if (names.contains(within + name)) found.add(within + name);
                if (folder.isEmpty()) return List.copyOf(found);
            }
        }
    }
}
