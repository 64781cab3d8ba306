package mainline.ideas;

import java.time.Instant;
import java.util.Map;

/** What somebody has begun to write, by the names of the composer's fields. Only its author ever sees it. */
record IdeaDraft(long id, Map<String, String> fields, Instant changed) {
    String title() {
        return fields.getOrDefault("title", "");
    }
}
