package mainline.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mainline.git.Difference;
import mainline.git.GitRepository;
import org.jspecify.annotations.Nullable;

/**
 * A file that a change touches, and what became of it.
 *
 * @param index its place among them
 * @param from where it was, when it was moved
 */
public record Touched(
        int index, String path, Kind kind, @Nullable String from) {
    /** What became of a file, as in the message {@code workspace.kind.CODE}. */
    public enum Kind {
        NEW("new"),
        GONE("gone"),
        MOVED("moved"),
        EDITED("edited"),
        /** Gone to another name, which tells it. */
        LEFT("left");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public boolean isLeft() {
        return kind == Kind.LEFT;
    }

    public boolean isPage() {
        return path.endsWith(".md");
    }

    /**
     * Every file that differs, in the order in which they are shown.
     *
     * @param since null for the handbook as the version found it
     */
    public static List<Touched> all(GitRepository git, Version shown, @Nullable Version since) {
        Map<String, Difference> by = new HashMap<>();
        Set<String> left = new HashSet<>();
        for (Difference difference : git.compare(since == null ? shown.base() : since.head(), shown.head())) {
            by.put(difference.path(), difference);
            if (difference.isMoved()) left.add(difference.before());
        }
        List<Touched> all = new ArrayList<>();
        for (String path : paths(git, shown, since)) {
            Difference difference = by.get(path);
            Kind kind = difference == null ? left.contains(path) ? Kind.LEFT : Kind.EDITED : kind(difference);
            String from = difference != null && difference.isMoved() ? difference.before() : null;
            all.add(new Touched(all.size(), path, kind, from));
        }
        return all;
    }

    private static Kind kind(Difference difference) {
        if (difference.before() == null) return Kind.NEW;
        if (difference.after() == null) return Kind.GONE;
        return difference.isMoved() ? Kind.MOVED : Kind.EDITED;
    }

    private static Set<String> paths(GitRepository git, Version shown, @Nullable Version since) {
        Set<String> paths = new TreeSet<>(git.differences(shown.base(), shown.head()));
        if (since != null) paths.addAll(git.differences(since.base(), since.head()));
        return paths;
    }
}
