package mainline.look;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What waits for somebody, taken one after the other. The address of a page carries which page came before it; its forms say
 * on which page they stand, so that what they lead to can be the next one.
 */
public final class Turn {
    /** The field of a form with the page on which it stands, below the community's address. */
    public static final String FIELD = "_turn";

    private static final String BEFORE = "turn";
    private static final Pattern QUERY = Pattern.compile("[?&]" + BEFORE + "=([^&#]*)");
    private static final String PAGE = "([\\p{L}\\p{N}_~-]+(/[\\p{L}\\p{N}_~-]+)*)?";

    private Turn() {}

    /**
     * An address in turn.
     *
     * @param before the page that came before, below the community's address; empty for the first
     */
    public static String to(String address, String before) {
        int end = address.indexOf('#');
        String page = end < 0 ? address : address.substring(0, end);
        return UriComponentsBuilder.fromUriString(page)
                        .replaceQueryParam(BEFORE, URLEncoder.encode(before, StandardCharsets.UTF_8))
                        .build()
                        .toUriString()
                + (end < 0 ? "" : address.substring(end));
    }

    /** The page that came before, below the community's address; empty for the first, null on a page that is not in turn. */
    static @Nullable String before(String address) {
        Matcher query = QUERY.matcher(address);
        if (!query.find()) return null;
        String page = decoded(query.group(1));
        return isPage(page) ? page : "";
    }

    /** Which page of its community an address is, without what follows the path; empty for the community's own. */
    public static String page(String address) {
        String path = address.replaceFirst("[?#].*", "");
        return decoded(path.replaceFirst("^/[^/]*/?", ""));
    }

    /** Whether a form's field names a page below the community's address; empty is the community's own. */
    public static boolean isPage(@Nullable String field) {
        return field != null && field.matches(PAGE);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
