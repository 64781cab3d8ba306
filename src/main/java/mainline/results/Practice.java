package mainline.results;

import java.time.Instant;
import mainline.kernel.Slug;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A page of the handbook that can be tried out.
 *
 * @param page the path of its file, ending in {@code .md}
 * @param project whose work it came from; null when a steward declared the page a practice
 */
public record Practice(
        Subject subject,
        String page,
        String title,
        @Nullable Subject project,
        Instant since) {
    public String path() {
        return subject.path() + "-" + Slug.of(title);
    }
}
