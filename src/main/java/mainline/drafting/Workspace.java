package mainline.drafting;

import java.time.Instant;
import mainline.changes.FileContent;
import mainline.changes.Reasons;
import mainline.community.Member;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A change in preparation: one or several files, which only its author sees, on whatever device.
 *
 * @param change the change whose next version it prepares; null for a new one
 * @param version of that change which it goes on from
 * @param base the commit of the handbook it began from
 * @param start the commit whose files it began with: the change's last version, or the base
 * @param reasons as far as they are written
 */
record Workspace(
        long id,
        Member owner,
        @Nullable Subject change,
        int version,
        ObjectId base,
        ObjectId start,
        Reasons reasons,
        Instant at) {

    /**
     * What was done to a file.
     *
     * @param was where the file is in the base, when it was moved
     * @param content null when it goes
     * @param revision counted up with each edit, so that two windows do not overwrite each other
     */
    record Piece(
            String path, @Nullable String was, @Nullable FileContent content, int revision) {}

    String path() {
        return "workspaces/" + id;
    }
}
