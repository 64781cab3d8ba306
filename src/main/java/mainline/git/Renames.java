package mainline.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Under which name a file of one commit stands in another. */
public final class Renames {
    /** With more files gone and come than that, only what is the same byte for byte is found. */
    private static final int MOST_COMPARED = 100;

    private final GitRepository git;

    public Renames(GitRepository git) {
        this.git = git;
    }

    /** What the file at that path consists of, nothing if there is none. */
    public Optional<ObjectId> file(ObjectId commit, String path) {
        try (ObjectReader reader = git.repository().newObjectReader();
                RevWalk walk = new RevWalk(reader);
                TreeWalk found =
                        TreeWalk.forPath(reader, path, walk.parseCommit(commit).getTree())) {
            return found == null ? Optional.empty() : Optional.of(found.getObjectId(0));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same path if the other commit has it, else the one that the file was most likely renamed to. */
    public Optional<String> follow(AnyObjectId from, ObjectId to, String path) {
        if (file(to, path).isPresent()) return Optional.of(path);
        try (ObjectReader reader = git.repository().newObjectReader();
                RevWalk walk = new RevWalk(reader);
                TreeWalk files = new TreeWalk(reader)) {
            files.addTree(walk.parseCommit(from).getTree());
            files.addTree(walk.parseCommit(to).getTree());
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            RenameDetector detector = new RenameDetector(git.repository());
            detector.setRenameLimit(MOST_COMPARED);
            detector.addAll(DiffEntry.scan(files));
            return detector.compute(reader, NullProgressMonitor.INSTANCE).stream()
                    .filter(entry -> entry.getChangeType() == DiffEntry.ChangeType.RENAME)
                    .filter(entry -> entry.getOldPath().equals(path))
                    .map(DiffEntry::getNewPath)
                    .findFirst();
        } catch (CanceledException cancelled) {
            throw new IllegalStateException(cancelled);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
