package mainline.changes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mainline.git.Book;
import mainline.git.Books;
import mainline.handbook.PagePaths;
import mainline.handbook.PageText;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a machine can see: no link breaks by the change, no marks of a conflict were left, front matter ends. */
@Component
@Order(40)
class ChecksPass implements MergeRule {
    private static final int MOST_NAMED = 3;

    private final ChangeStore store;
    private final Books books;

    ChecksPass(ChangeStore store, Books books) {
        this.store = store;
        this.books = books;
    }

    @Override
    public Check of(Change change) {
        ChangeStore.Version version = store.versions(change.subject()).getLast();
        try (Book book = books.open(change.subject().community())) {
            Files before = new Files(book.paths(version.base()));
            Files after = new Files(book.paths(version.head()));
            Files now = new Files(book.paths(book.head()));
            Set<String> broken = new TreeSet<>();
            for (String path : change.paths()) {
                if (!path.endsWith(".md")) continue;
                String text = book.text(version.head(), path).orElse("");
                if (isLeftInConflict(text)) return Check.waiting("checks", "change.rule.marks", path);
                if (PageText.hasOpenFrontMatter(text)) return Check.waiting("checks", "change.rule.front-matter", path);
                List<String> wanted = PageText.targets(path, text);
                if (wanted.isEmpty()) continue;
                Set<String> known = new HashSet<>(
                        PageText.targets(path, book.text(version.base(), path).orElse("")));
                for (String target : wanted) {
                    boolean wasBroken = known.contains(target) && !before.has(target);
                    if (!after.has(target) && !now.has(target) && !wasBroken) broken.add(target);
                }
            }
            if (broken.isEmpty()) return Check.satisfied("checks", "change.rule.checked");
            String first = String.join(", ", broken.stream().limit(MOST_NAMED).toList());
            return Check.waiting("checks", "change.rule.links", broken.size(), first);
        }
    }

    private static boolean isLeftInConflict(String text) {
        int begin = ("\n" + text).indexOf("\n<<<<<<< ");
        return begin >= 0 && text.indexOf("\n>>>>>>> ", begin) >= 0;
    }

    /** The files of a commit and the folders they lie in. */
    private static final class Files {
        private final Set<String> names = new HashSet<>();

        Files(List<String> paths) {
            for (String path : paths) {
                names.add(path);
                for (String folder = PagePaths.folder(path); names.add(folder); folder = PagePaths.folder(folder)) {
                    if (folder.isEmpty()) break;
                }
            }
        }

        boolean has(String target) {
            return target.isEmpty() || names.contains(target) || names.contains(target + ".md");
        }
    }
}
