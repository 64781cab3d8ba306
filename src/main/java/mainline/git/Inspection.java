package mainline.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Looks at every object of a history: that none is missing, and what about each would trouble those who clone it.
 *
 * @param remarks the first ones, in one line each
 * @param remarked how many there are in all
 */
public record Inspection(long commits, long objects, List<String> remarks, long remarked) {
    public static final long BIGGEST_FILE = 10L * 1024 * 1024;
    private static final int MOST_REMARKS = 100;
    private static final int MOST_NAMED = 100_000;
    private static final String TOP = "the folder of all";

    /** @throws MissingObjectException when the history is not whole */
    public static Inspection of(ObjectReader reader, Collection<ObjectId> tips) throws IOException {
        return new Run(reader).all(tips);
    }

    private static final class Run {
        private final ObjectReader reader;
        private final NamingChecker checker = new NamingChecker();
        private final List<String> remarks = new ArrayList<>();
        private final Set<String> named = new HashSet<>();
        private long commits;
        private long objects;
        private long remarked;

        Run(ObjectReader reader) {
            this.reader = reader;
        }

        Inspection all(Collection<ObjectId> tips) throws IOException {
            try (ObjectWalk walk = new ObjectWalk(reader)) {
                for (ObjectId tip : tips) {
                    RevObject object = walk.parseAny(tip);
                    walk.markStart(object);
                    if (object.getType() == Constants.OBJ_TAG) count(object, "tag " + object.name());
                }
                for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
                    commits++;
                    count(commit, "commit " + commit.abbreviate(10).name());
                }
                for (RevObject object = walk.nextObject(); object != null; object = walk.nextObject()) {
                    String path = walk.getPathString();
                    count(object, path == null || path.isEmpty() ? TOP : path);
                }
            }
            return new Inspection(commits, objects, List.copyOf(remarks), remarked);
        }

        private void count(RevObject object, String where) throws IOException {
            objects++;
            if (object.getType() == Constants.OBJ_BLOB) {
                long size = reader.getObjectSize(object, Constants.OBJ_BLOB);
                if (size > BIGGEST_FILE)
                    remark("size of " + where, where + ": " + size / (1024 * 1024) + " MB, more than 10 MB");
                return;
            }
            byte[] bytes = reader.open(object, object.getType()).getCachedBytes(Integer.MAX_VALUE);
            try {
                checker.check(object, object.getType(), bytes);
            } catch (CorruptObjectException odd) {
                String line = where + ": " + String.valueOf(odd.getMessage()).replaceAll("\\s+", " ");
                remark(line, line);
            }
            if (object.getType() == Constants.OBJ_TREE) entries(where, bytes);
        }

        private void entries(String where, byte[] tree) {
            CanonicalTreeParser entries = new CanonicalTreeParser();
            for (entries.reset(tree); !entries.eof(); entries.next()) {
                FileMode mode = entries.getEntryFileMode();
                String name = entries.getEntryPathString();
                String path = where.equals(TOP) ? name : where + "/" + name;
                if (mode.equals(FileMode.SYMLINK)) remark("link " + path, path + " is a symbolic link");
                if (mode.equals(FileMode.GITLINK)) remark("module " + path, path + " is a submodule");
                if (!NamingChecker.isSpelled(entries.getEntryPathBuffer(), entries.getEntryPathLength()))
                    remark("spelling of " + path, path + ": its name is not written in UTF-8");
            }
        }

        /** Once for each path, however many versions of it there are, as long as they can be kept in mind. */
        private void remark(String what, String line) {
            if (named.contains(what)) return;
            if (named.size() < MOST_NAMED) named.add(what);
            remarked++;
            if (remarks.size() < MOST_REMARKS) remarks.add(line.replaceAll("\\p{Cc}", "?"));
        }
    }
}
