package mainline.changes;

import mainline.text.TextMerge;
import org.jspecify.annotations.Nullable;

/** Where a change and what was merged meanwhile cannot both be. */
public sealed interface Conflict {
    String path();

    /** Both changed the same paragraphs. */
    record Passages(String path, TextMerge merge) implements Conflict {
        /** The name of the field for a choice; the one for own words is {@code own.} and the same. */
        public String key(TextMerge.Contested passage) {
            return Conflict.key(path) + "." + passage.key();
        }
    }

    /**
     * One of two.
     *
     * @param kind as in the message {@code change.conflict.KIND}
     * @param other the other name, for a file that both moved
     */
    record Either(String path, Kind kind, @Nullable String other) implements Conflict {
        public String key() {
            return Conflict.key(path) + "." + kind;
        }
    }

    enum Kind {
        /** The handbook gave it up; the change edits it. */
        GONE_THERE,
        /** The change gives it up; the handbook edited it. */
        EDITED_THERE,
        /** Both moved it, to different names. */
        MOVED_BOTH,
        /** Both made something else of a file that is no text. */
        CHANGED_BOTH
    }

    private static String key(String path) {
        return Integer.toHexString(path.hashCode()) + "-" + path.length();
    }
}
