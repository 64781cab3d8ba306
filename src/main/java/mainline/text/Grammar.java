package mainline.text;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * How texts are read and written: CommonMark with tables, strike-through, boxes of tasks, notes at the foot, bare links
 * and {@link SpacelessEmphasis}.
 */
final class Grammar {
    static final int DEEPEST = 50;
    static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.builder().maxCells(Bounds.MOST_CELLS).build(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create());

    private Grammar() {}

    /** @throws Limit.Passed when it takes longer than {@code bounds} allow */
    static Node read(String text, Bounds bounds, IncludeSourceSpans lines) {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .extensions(List.of(new Footnotes("")))
                .postProcessor(new BareLinks())
                .inlineParserFactory(defined -> inline(defined, bounds))
                .includeSourceSpans(lines)
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST)
                .build()
                .parse(text);
    }

    private static InlineParser inline(InlineParserContext defined, Bounds bounds) {
        Unmarking definitions = new Unmarking(defined);
        InlineParser reader = new SpacelessEmphasis(new InlineParserImpl(definitions), definitions);
        return (lines, block) -> {
            bounds.checkTime();
            reader.parse(lines, block);
        };
    }

    /**
     * @param softbreak what stands for the end of a line within a paragraph
     * @param notes what addresses of notes begin with
     */
    static HtmlRenderer writer(String softbreak, String notes) {
        return HtmlRenderer.builder()
                .nodeRendererFactory(Tables::new)
                .extensions(EXTENSIONS)
                .extensions(List.of(new Footnotes(notes)))
                .attributeProviderFactory(context -> new Directions())
                .attributeProviderFactory(context -> Tables::measure)
                .softbreak(softbreak)
                .sanitizeUrls(true)
                .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
                .build();
    }
}
