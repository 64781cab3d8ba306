package mainline.handbook;

import java.time.Instant;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A page of the handbook as it stands now.
 *
 * @param path of its file in the repository, such as {@code meetings/silent-start.md}
 * @param change the change that last touched it; null when it came otherwise
 * @param by who wrote that change; null when it came with an imported history
 * @param author the name in an imported history; empty when {@code by} is known
 */
public record HandbookPage(
        CommunityId community,
        String path,
        String title,
        @Nullable Subject change,
        @Nullable PersonId by,
        String author,
        Instant at) {
    /** Its address below the community's. */
    public String address() {
        return PagePaths.address(path);
    }

    /** The same page under another title. */
    HandbookPage titled(String title) {
        return new HandbookPage(community, path, title, change, by, author, at);
    }
}
