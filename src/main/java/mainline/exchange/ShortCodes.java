package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * What stands between square brackets for WordPress to put something in its place. Nobody but the blog knows what that is,
 * so it is kept as written; what is code between two of them becomes a block of code.
 */
final class ShortCodes {
    private static final String MARK = "data-kept-code";
    private static final Pattern CODE = Pattern.compile(
            "(?is)(<pre\\b.*?</pre\\s*>)|(\\[(code|sourcecode|source|php|css|js|html|xml|sql|bash|python|java|latex)\\b[^\\]\\n]*\\].*?\\[/\\3\\])");
    private static final Pattern ONE = Pattern.compile(
            "\\[(?:(caption|wp_caption|gallery|embed|audio|video|playlist|code|sourcecode|source|youtube|more|latex"
                    + "|contact-form|contact-form-7)(?:\\s[^\\[\\]]*)?|([a-z][\\w-]*)(?:\\s+[\\w-]+=[^\\[\\]]*))\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE_BY_WORDPRESS = Pattern.compile("<!-- wp:([a-z0-9/-]+)[^>]*/-->");

    private final Told told;
    private final List<String> codes = new ArrayList<>();

    ShortCodes(Told told) {
        this.told = told;
    }

    /** The same mark-up with code put aside, so that nothing in it is read as mark-up. */
    String kept(String html) {
        Matcher matcher = ONE.matcher(html);
        while (matcher.find()) told.changed("short code kept as written", "short codes kept as written");
        return CODE.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) != null ? found.group(1) : aside(found.group(2))));
    }

    private String aside(String code) {
        codes.add(code);
        return "<pre " + MARK + "=\"" + (codes.size() - 1) + "\">x</pre>";
    }

    /** The code in an element that shows it line by line, as it is read. */
    String code(Element pre) {
        String number = pre.attr(MARK);
        if (!number.matches("\\d{1,9}") || Integer.parseInt(number) >= codes.size()) return lines(pre);
        String code = codes.get(Integer.parseInt(number));
        // WordPress keeps such code with its signs written as entities, unless it was typed into the source.
        return code.matches("(?s).*[<>].*") ? code : Parser.unescapeEntities(code, true);
    }

    /** Blocks that hold nothing of their own, such as a list of the latest posts. */
    static void tellMadeByWordPress(String html, Told told) {
        Matcher matcher = MADE_BY_WORDPRESS.matcher(html);
        while (matcher.find())
            told.leftOut(
                    "block that WordPress fills itself (" + matcher.group(1) + ")",
                    "blocks that WordPress fills itself (" + matcher.group(1) + ")");
    }

    /** The text of an element to the byte, and a new line wherever its mark-up begins one. */
    static String lines(Element element) {
        Lines lines = new Lines(element);
        element.traverse(lines);
        return lines.text.toString();
    }

    private static final class Lines implements NodeVisitor {
        private final Element whole;
        private final StringBuilder text = new StringBuilder();
        private boolean ended;

        Lines(Element whole) {
            this.whole = whole;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode some) append(some.getWholeText());
            else if (node instanceof Element inner && !inner.equals(whole)) begin(inner);
        }

        private void append(String more) {
            if (ended && !more.isEmpty() && !more.startsWith("\n") && !endsLine()) text.append('\n');
            if (!more.isEmpty()) ended = false;
            text.append(more);
        }

        private boolean endsLine() {
            return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        }

        private void begin(Element inner) {
            if (inner.normalName().equals("br")) append("\n");
            else if (inner.normalName().equals("q")) append("\u201c");
            else if (inner.isBlock()) ended = true;
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element inner) || inner.equals(whole)) return;
            if (inner.normalName().equals("q")) append("\u201d");
            else if (inner.isBlock()) ended = true;
        }
    }
}
