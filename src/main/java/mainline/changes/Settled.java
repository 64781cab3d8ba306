package mainline.changes;

import java.util.List;
import mainline.git.FileEdit;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What somebody wants, brought up to the handbook's present commit, which it then stands on.
 *
 * @param open what its author has to decide first
 */
public record Settled(ObjectId base, List<FileEdit> edits, List<Conflict> open) {}
