package mainline.exchange;

import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where the links and pictures of a text from elsewhere lead.
 *
 * @param base the address of its page there, for those that begin with less than a host; may be empty
 * @param here what an address has become here, or the same
 */
record Addresses(String base, UnaryOperator<String> here) {
    static final Addresses AS_WRITTEN = new Addresses("", UnaryOperator.identity());

    /** Null for what leads nowhere outside that page, or to what Mainline does not open. */
    @Nullable
    String link(Element element, String attribute) {
        String whole = whole(element, attribute);
        return whole.matches("(?is)(https?:|mailto:).+") ? plain(here.apply(whole)) : null;
    }

    @Nullable
    String picture(Element element) {
        String whole = whole(element, "src");
        return whole.matches("(?is)https?:.+") ? plain(whole) : null;
    }

    private static String whole(Element element, String attribute) {
        String written = element.attr(attribute).strip();
        if (written.isEmpty() || written.startsWith("#")) return "";
        return written.matches("(?is)[a-z][a-z0-9+.-]*:.*") ? written : element.absUrl(attribute);
    }

    private static String plain(String address) {
        return address.replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
                .replaceAll("[\\s\\p{Cntrl}]+", "");
    }
}
