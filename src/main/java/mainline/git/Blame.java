package mainline.git;

import java.time.Instant;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Who last wrote each line of a file, as it is at one commit. Renames are followed.
 *
 * @param lines one for each line of the file, the first line first
 */
public record Blame(List<Origin> lines) {
    /**
     * The commit a line came by.
     *
     * @param path of the file in that commit, which may have been called otherwise then
     * @param author the author's name
     * @param mail the author's address, as it stands in the commit
     * @param at when it was committed
     * @param title the first line of its message
     * @param footers the last paragraph of its message, where lines such as {@code Change: …} stand
     */
    public record Origin(
            ObjectId commit, String path, String author, String mail, Instant at, String title, String footers) {}
}
