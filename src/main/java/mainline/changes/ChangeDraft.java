package mainline.changes;

import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A change written down by the software for a person to take up.
 *
 * @param path of the page concerned, ending in {@code .md}
 * @param text the page as proposed; the present text when it is for the person to edit
 * @param from for example the verdict that asks for it
 */
public record ChangeDraft(
        String path,
        String text,
        String title,
        String why,
        @Nullable Subject from) {}
