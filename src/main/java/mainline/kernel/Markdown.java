package mainline.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What people write, as mark-up: CommonMark with tables, strike-through and bare links, then through {@link Sanitizer},
 * the only way from a person's text to a page. The same text is rendered once while it is in use.
 */
public final class Markdown {
    static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.NONE)
            .maxOpenBlockParsers(50)
            .build();
    private static final Parser WITH_LINES = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(50)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .softbreak("<br>\n")
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .build();
    private static final HtmlRenderer DOCUMENTS = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .sanitizeUrls(true)
            .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
            .build();
    private static final TextContentRenderer PLAIN =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();
    private static final Cache<String, Html> RENDERED = Caffeine.newBuilder()
            .maximumWeight(24_000_000)
            .weigher((String text, Html html) ->
                    2 * text.length() + html.markup().length())
            .build();

    private Markdown() {}

    /** Safe mark-up for a text of any length and content. */
    public static Html html(String text) {
        return RENDERED.get(text, source -> new Html(Sanitizer.clean(RENDERER.render(PARSER.parse(source)))));
    }

    /** The same for a file, whose lines may be broken anywhere; not kept. */
    public static Html document(String text) {
        return new Html(Sanitizer.clean(DOCUMENTS.render(PARSER.parse(text))));
    }

    /** One of a document's outermost parts, such as a paragraph or a list, and its first and last line, counted from 0. */
    public record Block(int first, int last, Html html) {}

    /** The same document part by part; parts that show nothing are left out. */
    public static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        for (Node part = WITH_LINES.parse(text).getFirstChild(); part != null; part = part.getNext()) {
            List<SourceSpan> spans = part.getSourceSpans();
            String markup = Sanitizer.clean(DOCUMENTS.render(part));
            if (spans.isEmpty() || markup.isBlank()) continue;
            blocks.add(
                    new Block(spans.getFirst().getLineIndex(), spans.getLast().getLineIndex(), new Html(markup)));
        }
        return blocks;
    }

    /** The beginning of a text without mark-up, at most {@code longest} characters, for lists and mails. */
    public static String excerpt(String text, int longest) {
        int enough = Math.min(text.length(), longest * 4);
        if (enough > 0 && Character.isHighSurrogate(text.charAt(enough - 1))) enough--;
        Node node = PARSER.parse(text.substring(0, enough));
        String plain = PLAIN.render(node).replaceAll("\\s+", " ").strip();
        if (plain.codePointCount(0, plain.length()) <= longest) return plain;
        String cut = plain.substring(0, plain.offsetByCodePoints(0, longest));
        int space = cut.lastIndexOf(' ');
        return (space > longest / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
