package mainline.changes;

import java.util.Optional;
import mainline.git.GitRepository;
import mainline.handbook.PagePaths;
import mainline.text.Lines;
import org.eclipse.jgit.lib.ObjectId;

/** The lines of a handbook's files. */
public final class FileLines {
    private FileLines() {}

    /** Nothing for what is not there, too large to look at, or no text. */
    public static Optional<Lines> of(GitRepository git, ObjectId commit, String path) {
        return git.file(commit, path)
                .filter(file -> file.getSize() <= PagePaths.LONGEST_TEXT)
                .map(file -> GitRepository.bytes(file, PagePaths.LONGEST_TEXT))
                .filter(FileLines::isText)
                .map(Lines::of);
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) if (one == 0) return false;
        return true;
    }
}
