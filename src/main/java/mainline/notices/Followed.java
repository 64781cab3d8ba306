package mainline.notices;

import java.time.Instant;
import mainline.kernel.CommunityId;

/**
 * Something a person follows.
 *
 * @param what the key of a subject, or a path of the handbook that begins with a slash
 */
record Followed(CommunityId community, String what, Level level, Instant since) {
    boolean isPage() {
        return what.startsWith("/");
    }
}
