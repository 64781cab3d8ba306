package mainline.announcements;

import java.time.Instant;
import mainline.kernel.PersonId;
import mainline.kernel.Slug;
import mainline.kernel.Subject;

/**
 * What somebody wrote to many at once. It is never changed; what there is to add stands in its discussion.
 *
 * @param urgent whether it was mailed at once
 */
public record Announcement(
        Subject subject, Voice voice, PersonId by, Instant at, String title, String text, boolean urgent) {

    public String path() {
        return subject.path() + "-" + Slug.of(title);
    }
}
