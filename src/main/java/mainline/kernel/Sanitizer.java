package mainline.kernel;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The one gate for mark-up that came from people: an allow-list of plain text elements, links, and pictures of the
 * installation's own; {@link ForeignPictures} become links.
 */
public final class Sanitizer {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "del",
                    "s",
                    "sub",
                    "sup",
                    "code",
                    "pre",
                    "kbd",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img")
            .allowStandardUrlProtocols()
            .disallowUrlProtocols("ftp")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src", "alt", "title")
            .onElements("img")
            .allowAttributes("align")
            .matching(false, "left", "center", "right")
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(java.util.regex.Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private Sanitizer() {}

    /** The same mark-up without anything that could run, load in the background or leave its place. */
    public static String clean(String markup) {
        return ForeignPictures.linked(POLICY.sanitize(markup));
    }
}
