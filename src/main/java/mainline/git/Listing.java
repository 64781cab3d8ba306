package mainline.git;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Which files and folders the commits of a handbook hold. */
final class Listing {
    private final ObjectReader reader;

    Listing(ObjectReader reader) {
        this.reader = reader;
    }

    /**
     * What lies right in a folder, in git's order; nothing when there is no such folder.
     *
     * @param folder empty for the root
     * @param after the name to go on after, empty for the start
     */
    List<GitRepository.Item> folder(ObjectId commit, String folder, String after, int most) {
        return Reading.of(() -> {
            List<GitRepository.Item> items = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk files = new TreeWalk(reader)) {
                ObjectId tree = walk.parseCommit(commit).getTree();
                if (!folder.isEmpty()) {
                    TreeWalk found = TreeWalk.forPath(reader, folder, tree);
                    if (found == null || !found.isSubtree()) return items;
                    tree = found.getObjectId(0);
                }
                files.addTree(tree);
                boolean begun = after.isEmpty();
                while (items.size() < most && files.next()) {
                    if (begun) items.add(new GitRepository.Item(files.getNameString(), files.isSubtree()));
                    else begun = files.getNameString().equals(after);
                }
            }
            return items;
        });
    }

    /** Every file of that commit, in git's order. */
    List<String> paths(ObjectId commit) {
        return Reading.of(() -> {
            List<String> paths = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk files = new TreeWalk(reader)) {
                files.addTree(walk.parseCommit(commit).getTree());
                files.setRecursive(true);
                while (files.next()) paths.add(files.getPathString());
            }
            return paths;
        });
    }

    /** The files that differ between two commits. */
    List<String> differences(ObjectId before, ObjectId after) {
        return Reading.of(() -> {
            List<String> paths = new ArrayList<>();
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk files = new TreeWalk(reader)) {
                files.addTree(walk.parseCommit(before).getTree());
                files.addTree(walk.parseCommit(after).getTree());
                files.setRecursive(true);
                files.setFilter(TreeFilter.ANY_DIFF);
                while (files.next()) paths.add(files.getPathString());
            }
            return paths;
        });
    }

    /** Every plain file of that commit, by path, with the name of its bytes. */
    Map<String, ObjectId> files(ObjectId commit) {
        return Reading.of(() -> {
            Map<String, ObjectId> found = new LinkedHashMap<>();
            try (RevWalk walk = new RevWalk(reader);
                    TreeWalk files = new TreeWalk(reader)) {
                files.addTree(walk.parseCommit(commit).getTree());
                files.setRecursive(true);
                while (files.next()) {
                    if ((files.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE)
                        found.put(files.getPathString(), files.getObjectId(0));
                }
            }
            return found;
        });
    }
}
