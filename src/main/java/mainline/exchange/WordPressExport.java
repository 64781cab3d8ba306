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

    /** @param html as WordPress keeps it: mark-up in which blank lines part paragraphs */
    record Post(
            String id,
            String title,
            String login,
            String html,
            @Nullable Instant published,
            String type,
            String status,
            boolean locked,
            List<Remark> remarks) {}

    record Remark(
            String id,
            String parent,
            String name,
            String mail,
            String authorId,
            String html,
            @Nullable Instant written,
            boolean approved,
            String type) {}
}
