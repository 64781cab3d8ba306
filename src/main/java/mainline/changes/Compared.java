package mainline.changes;

import java.util.List;
import java.util.Objects;
import mainline.kernel.Missing;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of a change stand against each other.
 *
 * @param all every version, oldest first
 * @param shown the later one; null for a draft
 * @param since the earlier one; null for the handbook as the shown version found it
 */
public record Compared(
        List<Version> all,
        @Nullable Version shown,
        @Nullable Version since) {

    /**
     * @param version the later one's number, 0 for the newest
     * @param since the earlier one's, 0 for the handbook
     * @throws Missing when there are no such versions
     */
    public static Compared of(List<Version> all, int version, int since) {
        if (all.isEmpty()) return new Compared(all, null, null);
        int shown = version == 0 ? all.size() : version;
        if (shown < 1 || shown > all.size() || since < 0 || since >= shown) throw new Missing("version " + shown);
        return new Compared(all, all.get(shown - 1), since == 0 ? null : all.get(since - 1));
    }

    public boolean isNewest() {
        return since == null && (shown == null || shown.number() == all.size());
    }

    /** What stands on the left. */
    public ObjectId before() {
        Version later = Objects.requireNonNull(shown);
        return since == null ? later.base() : since.head();
    }

    /** The earlier one's number, 0 for the handbook. */
    public int sinceNumber() {
        return since == null ? 0 : since.number();
    }

    /** As the address tells it. */
    public String query() {
        if (isNewest() || shown == null) return "";
        return "version=" + shown.number() + (since == null ? "" : "&since=" + since.number());
    }
}
