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
public record Wanted(
        @Nullable String before,
        @Nullable String after,
        @Nullable FileContent content) {

    public String path() {
        return after != null ? after : Objects.requireNonNull(before);
    }

    public boolean isNew() {
        return before == null;
    }

    public boolean isGone() {
        return after == null;
    }

    public boolean isMoved() {
        return before != null && after != null && !before.equals(after);
    }
}
