package mainline.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The one gate for mark-up that came from people: an allow-list of plain text elements, links, and pictures of the
 * installation's own; {@link ForeignPictures} become links.
 */
public final class Sanitizer {
    private static final ScopedValue<String> NOTES = ScopedValue.newInstance();
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
                    "img",
                    "div")
            .disallowWithoutAttributes("div")
            .allowElements(Sanitizer::box, "input")
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
            .allowAttributes("dir")
            .matching(true, "auto", "ltr", "rtl")
            .onElements(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "ul",
                    "ol",
                    "li",
                    "td",
                    "th",
                    "pre",
                    "code",
                    "a",
                    "div")
            .allowAttributes("id")
            .matching(Sanitizer::note)
            .onElements("a", "li")
            .allowAttributes("class")
            .matching(false, "notes")
            .onElements("ol")
            .allowAttributes("class")
            .matching(false, "scroll")
            .onElements("div")
            .allowAttributes("class")
            .matching(false, "long", "wide", "number")
            .onElements("th", "td")
            .allowAttributes("tabindex")
            .matching(false, "0")
            .onElements("div")
            .allowAttributes("role")
            .matching(false, "group")
            .onElements("div")
            .allowAttributes("aria-label")
            .onElements("div", "input")
            .allowAttributes("type")
            .matching(true, "checkbox")
            .onElements("input")
            .allowAttributes("checked")
            .onElements("input")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private Sanitizer() {}

    /** The same mark-up without anything that could run, load in the background or leave its place. */
    public static String clean(String markup) {
        return ForeignPictures.linked(POLICY.sanitize(markup));
    }

    /** The same, with addresses for the notes of this text, which begin so; nobody gives a page addresses otherwise. */
    static String clean(String markup, String notes) {
        return ScopedValue.where(NOTES, notes).call(() -> clean(markup));
    }

    private static @Nullable String note(String element, String attribute, String value) {
        String prefix = NOTES.orElse("");
        boolean own = !prefix.isEmpty()
                && value.startsWith(prefix)
                && value.substring(prefix.length()).matches("(-\\d{1,6}){1,2}");
        return own ? value : null;
    }

    /** Boxes only show what is done; whoever wants to tick one edits the text. */
    private static @Nullable String box(String element, List<String> attributes) {
        if (!attributes.contains("checkbox")) return null;
        attributes.add("disabled");
        attributes.add("");
        return element;
    }
}
