package mainline.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import mainline.text.LineDiff;
import org.eclipse.jgit.diff.PatchIdDiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Names what leads from one commit to another: the same when only what they stand on differs. For texts this is git's
 * patch id; of other files every byte counts.
 */
final class Content {
    private Content() {}

    static String between(Repository repository, ObjectReader reader, ObjectId before, ObjectId after)
            throws IOException {
        try (PatchIdDiffFormatter patch = new PatchIdDiffFormatter();
                RevWalk walk = new RevWalk(reader);
                TreeWalk files = new TreeWalk(reader)) {
            patch.setReader(reader, repository.getConfig());
            patch.setDiffAlgorithm(LineDiff.algorithm());
            patch.format(before, after);
            StringBuilder name = new StringBuilder(patch.getCalulatedPatchId().name());
            files.addTree(walk.parseCommit(before).getTree());
            files.addTree(walk.parseCommit(after).getTree());
            files.setRecursive(true);
            files.setFilter(TreeFilter.ANY_DIFF);
            while (files.next()) {
                if (isText(reader, files)) continue;
                name.append('\n').append(files.getObjectId(1).name());
                name.append(' ').append(files.getPathString());
            }
            return HexFormat.of()
                    .formatHex(
                            Constants.newMessageDigest().digest(name.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Whether its patch says all about it; what only calls itself a text is told by its bytes. */
    private static boolean isText(ObjectReader reader, TreeWalk files) throws IOException {
        String path = files.getPathString();
        if (!path.endsWith(".md") && !path.endsWith(".yml")) return false;
        for (int side = 0; side < 2; side++) {
            ObjectId id = files.getObjectId(side);
            if (files.getFileMode(side).equals(FileMode.MISSING)) continue;
            ObjectLoader file = reader.open(id, Constants.OBJ_BLOB);
            if (RawText.isBinary(GitRepository.beginning(file, RawText.getBufferSize()))) return false;
        }
        return true;
    }
}
