package mainline.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a WordPress export (WXR 1.0 to 1.2) says that Mainline can use.
 *
 * @param site the address of the blog; with a number it names a thing for ever
 * @param authors by login
 */
record WordPressExport(String site, String title, String description, Map<String, Author> authors, List<Post> posts) {

    record Author(String login, String name, String mail, String id) {}

    /**
     * @param html as WordPress keeps it: mark-up in which blank lines part paragraphs
     * @param addresses where it stood: its permanent address first, if it had one
     * @param labels how many categories and tags it had
     * @param excerpt whether it had a summary of its own
     */
    record Post(
            String id,
            String title,
            String login,
            String html,
            @Nullable Instant published,
            String type,
            String status,
            boolean locked,
            List<String> addresses,
            int labels,
            boolean excerpt,
            List<Remark> remarks) {

        boolean isTaken() {
            return type.equals("post") && status.equals("publish") && !locked;
        }

        /** Whether the two are the same post, written into the file twice. */
        boolean isSame(Post other) {
            return title.equals(other.title) && html.equals(other.html) && login.equals(other.login);
        }
    }

    /** @param status {@code 1} for what everybody could read */
    record Remark(
            String id,
            String parent,
            String name,
            String mail,
            String authorId,
            String html,
            @Nullable Instant written,
            String status,
            String type) {}
}
