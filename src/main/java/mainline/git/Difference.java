package mainline.git;

import java.util.Objects;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * One file that differs between two commits.
 *
 * @param before where it was; null when it is new
 * @param after where it is; null when it is gone
 * @param old what it consisted of, null when it is new
 * @param now what it consists of, null when it is gone
 */
public record Difference(
        @Nullable String before,
        @Nullable String after,
        @Nullable ObjectId old,
        @Nullable ObjectId now) {

    /** Where it is, or was. */
    public String path() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    public boolean isMoved() {
        return before != null && after != null && !before.equals(after);
    }
}
