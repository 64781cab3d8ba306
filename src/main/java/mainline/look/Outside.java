package mainline.look;

import java.util.function.Supplier;
import mainline.text.Markdown;
import org.jspecify.annotations.Nullable;

/**
 * How a page introduces itself to those outside: search engines, programs that show what a link leads to, and people who
 * followed one.
 *
 * @param origin where this installation is reached, without a slash at the end
 * @param purpose what the community is for, in its own words; asked when it is shown, empty where nothing is said
 */
public record Outside(String origin, Supplier<String> purpose) {
    private static final int LINE = 160;

    /** The full address of a page, by its path; what comes after a question mark is another look at the same page. */
    String address(String path) {
        return origin + path.split("[?]", 2)[0];
    }

    /** The beginning of the page's own text, else what the community is for. */
    String description(@Nullable Supplier<String> text) {
        String own = text == null ? "" : Markdown.excerpt(text.get(), LINE);
        return own.isEmpty() ? line() : own;
    }

    /** What the community is for, on one line. */
    String line() {
        return Markdown.excerpt(purpose.get(), LINE);
    }
}
