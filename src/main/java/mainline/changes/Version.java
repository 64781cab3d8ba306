package mainline.changes;

import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A version of a change in git.
 *
 * @param number counted from 1
 * @param base the commit of the handbook it stands on
 * @param head the commit of the author
 */
public record Version(int number, ObjectId base, ObjectId head, Instant at) {}
