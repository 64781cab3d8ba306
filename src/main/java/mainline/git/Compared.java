package mainline.git;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** Two commits compared, with files that were moved told as moved. */
final class Compared {
    /** With more files gone and come than that, only those are matched that are the same byte for byte. */
    private static final int MOST_MATCHED = 100;

    private Compared() {}

    static List<Difference> of(Repository repository, ObjectReader reader, ObjectId before, ObjectId after)
            throws IOException {
        try (RevWalk walk = new RevWalk(reader);
                TreeWalk files = new TreeWalk(reader)) {
            files.addTree(walk.parseCommit(before).getTree());
            files.addTree(walk.parseCommit(after).getTree());
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            RenameDetector moves = new RenameDetector(repository);
            moves.setRenameLimit(MOST_MATCHED);
            moves.setSkipContentRenamesForBinaryFiles(true);
            moves.addAll(DiffEntry.scan(files));
            return moves.compute(reader, NullProgressMonitor.INSTANCE).stream()
                    .map(Compared::difference)
                    .sorted(Comparator.comparing(Difference::path))
                    .toList();
        } catch (CanceledException never) {
            throw new IOException(never);
        }
    }

    private static Difference difference(DiffEntry entry) {
        boolean isNew = entry.getChangeType() == DiffEntry.ChangeType.ADD;
        boolean isGone = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
        return new Difference(
                isNew ? null : entry.getOldPath(),
                isGone ? null : entry.getNewPath(),
                isNew ? null : id(entry, DiffEntry.Side.OLD),
                isGone ? null : id(entry, DiffEntry.Side.NEW));
    }

    private static @Nullable ObjectId id(DiffEntry entry, DiffEntry.Side side) {
        return entry.getId(side).toObjectId();
    }
}
