package mainline.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mainline.changes.FileContent;
import mainline.changes.Wanted;
import mainline.git.Difference;
import mainline.git.GitRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/** The files of the handbook as a workspace would make them: what it began with, and what was done on top. */
final class WorkspaceFiles {
    private final GitRepository git;
    private final Workspace workspace;
    private final Map<String, Workspace.Piece> pieces = new TreeMap<>();

    WorkspaceFiles(GitRepository git, Workspace workspace, List<Workspace.Piece> pieces) {
        this.git = git;
        this.workspace = workspace;
        pieces.forEach(piece -> this.pieces.put(piece.path(), piece));
    }

    /** What stands at that path; nothing when there is no file, or none any more. */
    Optional<FileContent> content(String path) {
        Workspace.Piece piece = pieces.get(path);
        if (piece != null) return Optional.ofNullable(piece.content());
        return git.blob(workspace.start(), path).map(FileContent.Stored::new);
    }

    Optional<String> text(String path) {
        return content(path).flatMap(content -> content.text(git));
    }

    /** The text in the handbook the workspace began from. */
    String before(Wanted file) {
        String before = file.before();
        if (before == null) return "";
        return git.blob(workspace.base(), before).flatMap(git::textOf).orElse("");
    }

    /** How often that file was edited here. */
    int revision(String path) {
        Workspace.Piece piece = pieces.get(path);
        return piece == null ? 0 : piece.revision();
    }

    /** The paths of what was done here. */
    Set<String> edited() {
        return pieces.keySet();
    }

    int pictures() {
        return (int) pieces.values().stream()
                .filter(piece -> piece.content() instanceof FileContent.Picture)
                .count();
    }

    int count() {
        return pieces.size();
    }

    /** Where a file is in the base; null when it is new. */
    @Nullable
    String origin(String path) {
        return wanted().stream()
                .filter(file -> path.equals(file.after()))
                .findFirst()
                .map(Wanted::before)
                .orElseGet(() -> git.blob(workspace.base(), path).isPresent() ? path : null);
    }

    /** Every file there would be. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(git.paths(workspace.start()));
        pieces.forEach((path, piece) -> {
            if (piece.content() == null) paths.remove(path);
            else paths.add(path);
        });
        return paths;
    }

    /** What would differ from the base, by path. */
    List<Wanted> wanted() {
        Map<String, Wanted> there = new TreeMap<>();
        Set<String> gone = new TreeSet<>();
        if (!workspace.start().equals(workspace.base())) {
            for (Difference difference : git.compare(workspace.base(), workspace.start())) {
                ObjectId now = difference.now();
                if (difference.after() == null || now == null) gone.add(difference.path());
                else
                    there.put(
                            difference.after(),
                            new Wanted(difference.before(), difference.after(), new FileContent.Stored(now)));
            }
        }
        for (Workspace.Piece piece : pieces.values()) apply(piece, there, gone);
        return differing(there, gone);
    }

    private void apply(Workspace.Piece piece, Map<String, Wanted> there, Set<String> gone) {
        String path = piece.path();
        Wanted known = there.remove(path);
        String origin = known != null ? known.before() : inBase(path) ? path : null;
        if (piece.content() == null) {
            if (origin != null) gone.add(origin);
            return;
        }
        there.put(path, new Wanted(piece.was() != null ? piece.was() : origin, path, piece.content()));
    }

    private List<Wanted> differing(Map<String, Wanted> there, Set<String> gone) {
        Set<String> kept = new HashSet<>();
        List<Wanted> all = new ArrayList<>();
        for (Wanted file : there.values()) {
            Wanted shown = file;
            // A file that stands at its old place still was copied, not moved.
            if (file.isMoved() && (there.containsKey(file.before()) || !gone.contains(file.before())))
                shown = new Wanted(null, file.after(), file.content());
            if (shown.before() != null) kept.add(shown.before());
            if (!isSame(shown)) all.add(shown);
        }
        for (String path : gone) if (!kept.contains(path)) all.add(new Wanted(path, null, null));
        all.sort(Comparator.comparing(Wanted::path));
        return all;
    }

    private boolean isSame(Wanted file) {
        FileContent content = file.content();
        if (file.isMoved() || file.isNew() || content == null) return false;
        return git.blob(workspace.base(), file.path()).equals(Optional.of(content.id()));
    }

    private boolean inBase(String path) {
        return git.blob(workspace.base(), path).isPresent();
    }
}
