package mainline.changes;

import java.util.Map;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A change that passes no gate.
 *
 * @param author who signs the commit; null when a rule makes it
 * @param why one or two sentences
 * @param files the whole new text of each file, by its path
 */
public record Enactment(
        Change.Origin origin, @Nullable PersonId author, String title, String why, Map<String, String> files) {}
