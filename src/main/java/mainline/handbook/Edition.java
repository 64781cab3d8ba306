package mainline.handbook;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A named state of the handbook, which is a tag in its repository.
 *
 * @param tag its name there, below {@code refs/tags/}
 * @param words a sentence about it, or the message of a tag that came with an imported history; may be empty
 * @param since the commit of the edition before; null for the first
 * @param by who named it; null when it came with an imported history
 * @param author the name in an imported history; empty when {@code by} is known
 */
public record Edition(
        CommunityId community,
        String tag,
        String name,
        String words,
        ObjectId commit,
        @Nullable ObjectId since,
        @Nullable PersonId by,
        String author,
        Instant at) {
    /** Its address below the community's. */
    public String address() {
        return "editions/" + UriUtils.encodePath(tag, StandardCharsets.UTF_8);
    }

    /** The address below the community's of a page or picture as it was then. */
    public String address(String path) {
        return PagePaths.address(path) + "?edition=" + query();
    }

    /** The tag as a part of a query. */
    String query() {
        return URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }
}
