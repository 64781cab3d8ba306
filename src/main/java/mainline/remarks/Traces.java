package mainline.remarks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mainline.changes.FileLines;
import mainline.git.GitRepository;
import mainline.git.Renames;
import mainline.text.LineMap;
import org.eclipse.jgit.lib.ObjectId;

/** Finds lines of one version of a file again in another version, under its new name if it was renamed. */
final class Traces {
    /** @param path of the file they are in now */
    record Trace(String path, LineMap.Found found) {
        boolean isGone() {
            return found.fit() == LineMap.Fit.GONE;
        }
    }

    private record Way(ObjectId from, String path, ObjectId to) {}

    /** @param map null when the file is the same in both */
    private record Mapped(
            String path, @org.jspecify.annotations.Nullable LineMap map) {}

    private final GitRepository git;
    private final Map<Way, Optional<Mapped>> ways = new HashMap<>();

    Traces(GitRepository git) {
        this.git = git;
    }

    Trace find(ObjectId from, String path, int first, int last, ObjectId to) {
        Optional<Mapped> mapped = ways.computeIfAbsent(new Way(from, path, to), this::map);
        if (mapped.isEmpty()) return new Trace(path, LineMap.Found.NOT);
        LineMap map = mapped.get().map();
        LineMap.Found found = map == null ? new LineMap.Found(first, last, LineMap.Fit.SAME) : map.find(first, last);
        return new Trace(mapped.get().path(), found);
    }

    private Optional<Mapped> map(Way way) {
        Renames renames = new Renames(git);
        Optional<ObjectId> before = renames.file(way.from(), way.path());
        if (before.isEmpty()) return Optional.empty();
        if (before.equals(renames.file(way.to(), way.path()))) return Optional.of(new Mapped(way.path(), null));
        return renames.follow(way.from(), way.to(), way.path())
                .flatMap(path -> FileLines.of(git, way.from(), way.path())
                        .flatMap(old ->
                                FileLines.of(git, way.to(), path).map(now -> new Mapped(path, new LineMap(old, now)))));
    }
}
