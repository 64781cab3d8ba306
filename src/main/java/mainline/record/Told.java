package mainline.record;

import java.time.Instant;
import mainline.text.Html;

/**
 * An entry as people read it.
 *
 * @param sentence with links to the person and the subject
 * @param path of the entry's own page
 */
public record Told(long id, Instant at, String verb, Html sentence, String path) {}
