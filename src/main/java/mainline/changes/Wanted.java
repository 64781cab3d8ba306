package mainline.changes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change makes of one file.
 *
 * @param before where the file is in the handbook it began from; null for a new one
 * @param after where it will be; null when it goes
 * @param content null when it goes
 */
record Wanted(
        @Nullable String before,
        @Nullable String after,
        @Nullable FileContent content) {

    String path() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    boolean isNew() {
        return before == null;
    }

    boolean isGone() {
        return after == null;
    }

    boolean isMoved() {
        return before != null && after != null && !before.equals(after);
    }
}
