package mainline.changes;

import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A line of commits that a member pushed, looked through.
 *
 * @param base the commit of the handbook it stands on
 * @param head its last commit
 * @param title the first line of its first commit
 * @param why what that commit says below; may be empty
 * @param paths of the files that differ
 * @param signers the addresses of those who wrote its commits
 * @param named the addresses of those whom its commits name as co-authors
 */
record Pushed(
        ObjectId base,
        ObjectId head,
        String title,
        String why,
        List<String> paths,
        Collection<String> signers,
        Collection<String> named) {}
