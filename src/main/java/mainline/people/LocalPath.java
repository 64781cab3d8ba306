package mainline.people;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where somebody wants to go on: a page of this installation, whatever was in the address. */
final class LocalPath {
    private static final String LOCAL = "/(?!/)[\\x21-\\x7e&&[^\\\\\"<>]]{0,499}";

    private LocalPath() {}

    /** The path with its query, or {@code /} for anything that could lead elsewhere. */
    static String of(@Nullable String wish) {
        return wish != null && wish.matches(LOCAL) ? wish : "/";
    }

    /** The address of a page that goes on to {@code then} afterwards. */
    static String with(String page, String then) {
        if (then.equals("/")) return page;
        return page + (page.contains("?") ? "&" : "?") + "then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
    }
}
