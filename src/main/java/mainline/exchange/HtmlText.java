package mainline.exchange;

import java.util.Set;
import org.commonmark.node.Document;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Turns mark-up from elsewhere into Markdown that reads the same. What Markdown has no words for leaves its text, what
 * could run leaves nothing, and either is told.
 */
final class HtmlText {
    /** Before each block WordPress puts a comment, in its newer editor; there, line ends in the source mean nothing. */
    private static final String BLOCK = "<!-- wp:";

    private static final String NOTHING =
            "script,style,noscript,template,svg,canvas,applet,input,select,button,textarea";
    private static final Set<String> TOLD = Set.of("script", "svg", "canvas", "applet", "input", "select", "button");

    private HtmlText() {}

    /** Addresses stay as written. */
    static String toMarkdown(String html) {
        return toMarkdown(html, Addresses.AS_WRITTEN, new Told());
    }

    /** @param html as WordPress keeps it: mark-up in which line ends break lines and blank lines part paragraphs */
    static String toMarkdown(String html, Addresses addresses, Told told) {
        String source = html.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "");
        boolean inBlocks = source.contains(BLOCK);
        ShortCodes codes = new ShortCodes(told);
        Element body =
                Jsoup.parseBodyFragment(codes.kept(source), addresses.base()).body();
        for (Element gone : body.select(NOTHING)) {
            if (TOLD.contains(gone.normalName()) && !gone.attr("type").equals("hidden")) tell(gone, told);
            gone.remove();
        }
        ShortCodes.tellMadeByWordPress(source, told);
        Document document = new Document();
        MarkdownRenderer renderer = HtmlBlocks.renderer();
        new HtmlBlocks(new Inlines(renderer), addresses, codes, !inBlocks, told).write(body, document);
        return trimmed(renderer.render(document));
    }

    private static void tell(Element gone, Told told) {
        switch (gone.normalName()) {
            case "script", "applet" -> told.leftOut("script in a text", "scripts in texts");
            case "svg", "canvas" -> told.leftOut("drawing in a text", "drawings in texts");
            default -> told.leftOut("field of a form in a text", "fields of forms in texts");
        }
    }

    private static String trimmed(String text) {
        return text.replaceAll("^\\n+|\\n+$", "");
    }
}
