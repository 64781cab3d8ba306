package mainline.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Puts each table into a box of its own, which can be scrolled, also by keys, where the table is wider than the page. */
final class Tables implements NodeRenderer {
    private static final int LONGEST_LABEL = 100;

    private static final int WIDE = 24;
    private static final int LONG = 24;
    private static final Pattern NUMBER = Pattern.compile("(?=.*\\p{N})[\\p{N}\\p{P}\\p{S}\\p{Z}]{1,24}");

    private final HtmlNodeRendererContext context;

    Tables(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(TableBlock.class);
    }

    @Override
    public void render(Node table) {
        HtmlWriter html = context.getWriter();
        html.line();
        html.tag("div", box(table));
        html.tag("table");
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) context.render(part);
        html.tag("/table");
        html.tag("/div");
        html.line();
    }

    /**
     * A cell of many words stays wide enough to read, a number or day on one line. On paper, which does not scroll, only a
     * long word may be broken.
     */
    static void measure(Node cell, String tag, Map<String, String> attributes) {
        if (!(cell instanceof TableCell)) return;
        String words = PlainText.of(cell, LONGEST_LABEL);
        boolean isLong = Stream.of(words.split("[ /-]", -1)).anyMatch(word -> word.length() > LONG);
        if (NUMBER.matcher(words).matches()) attributes.put("class", "number");
        else if (isLong) attributes.put("class", "long");
        else if (words.length() > WIDE) attributes.put("class", "wide");
    }

    /** Its head names it, which needs no language. */
    private static Map<String, String> box(Node table) {
        String head = table.getFirstChild() == null ? "" : PlainText.of(table.getFirstChild(), LONGEST_LABEL);
        return head.isEmpty()
                ? Map.of("class", "scroll", "tabindex", "0")
                : Map.of("class", "scroll", "tabindex", "0", "role", "group", "aria-label", head);
    }
}
