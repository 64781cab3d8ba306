package mainline.exchange;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.exchange.Piece.Kind;
import mainline.exchange.Piece.Look;
import mainline.exchange.Piece.Mark;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The blocks of a text from elsewhere, one after the other. A block inside running text ends it, as in a browser. */
final class HtmlBlocks {
    private static final int DEEPEST = 100;
    /** Quotations and lists inside one another; deeper ones lie flat, since Markdown reads no deeper either. */
    private static final int MOST_AROUND = 16;

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "div",
            "dl",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "header",
            "hgroup",
            "legend",
            "li",
            "main",
            "nav",
            "p",
            "search",
            "section",
            "summary",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr");
    private final Inlines inlines;
    private final Addresses addresses;
    private final ShortCodes codes;
    private final boolean linesEnd;
    private final Told told;

    /** @param linesEnd whether line ends in the source are line ends for the reader */
    HtmlBlocks(Inlines inlines, Addresses addresses, ShortCodes codes, boolean linesEnd, Told told) {
        this.inlines = inlines;
        this.addresses = addresses;
        this.codes = codes;
        this.linesEnd = linesEnd;
        this.told = told;
    }

    static MarkdownRenderer renderer() {
        return MarkdownRenderer.builder()
                .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
                .build();
    }

    void write(Element parent, Node into) {
        write(parent, into, Look.PLAIN, 0, 0);
    }

    /** @param around how many quotations and lists there are around it */
    void write(Element parent, Node into, Look look, int depth, int around) {
        Walk walk = new Walk(into, around);
        walk.children(parent, look, depth);
        walk.flush();
    }

    /** All that is in an element, in lines; blocks begin and end one. */
    List<Piece> pieces(Element element, Look look, int depth) {
        Walk walk = new Walk(null, MOST_AROUND);
        walk.children(element, look, depth);
        return walk.run.pieces();
    }

    Node paragraph(List<Piece> pieces) {
        return inlines.in(Paragraph::new, pieces);
    }

    static boolean isTooDeep(int around) {
        return around >= MOST_AROUND;
    }

    static FencedCodeBlock code(String text) {
        Matcher ticks = Pattern.compile("`+").matcher(text);
        int longest = 2;
        while (ticks.find()) longest = Math.max(longest, ticks.group().length());
        FencedCodeBlock block = new FencedCodeBlock();
        block.setFenceCharacter("`");
        block.setOpeningFenceLength(longest + 1);
        block.setClosingFenceLength(longest + 1);
        block.setLiteral(text.endsWith("\n") ? text : text + "\n");
        return block;
    }

    /** One stretch of blocks; without a node to put them into, everything stays running text. */
    private final class Walk {
        private final @Nullable Node into;
        private final int around;
        private final HtmlRun run = new HtmlRun(addresses, linesEnd, told);

        Walk(@Nullable Node into, int around) {
            this.into = into;
            this.around = around;
        }

        void children(Element parent, Look look, int depth) {
            if (depth > DEEPEST) run.add(Piece.text(parent.text(), look));
            else parent.childNodes().forEach(node -> node(node, look, depth + 1));
        }

        private void node(org.jsoup.nodes.Node node, Look look, int depth) {
            if (node instanceof TextNode text) run.source(text.getWholeText(), look);
            else if (node instanceof Element element) element(element, look, depth);
        }

        private void element(Element element, Look look, int depth) {
            switch (element.normalName()) {
                case "br" -> run.add(Piece.end(Kind.BREAK));
                case "em", "i", "cite", "dfn", "var" -> children(element, look.with(Mark.EMPHASIS), depth);
                case "strong", "b" -> children(element, look.with(Mark.STRONG), depth);
                case "del", "s", "strike" -> children(element, look.with(Mark.STRIKE), depth);
                case "sub" -> children(element, look.with(Mark.SUB), depth);
                case "sup" -> children(element, look.with(Mark.SUP), depth);
                case "q" -> quoted(element, look, depth);
                case "a" -> children(element, run.link(element, look), depth);
                case "img" -> run.picture(element, look);
                case "iframe", "embed", "object", "video", "audio" -> player(element, look);
                case "code", "kbd", "samp", "tt" -> code(element, look, depth);
                default -> block(element, look, depth);
            }
        }

        private void block(Element element, Look look, int depth) {
            String name = element.normalName();
            if (into == null) line(element, look, depth);
            else
                switch (name) {
                    case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, look, name.charAt(1) - '0', depth);
                    case "hr" -> put(new ThematicBreak());
                    case "pre", "listing", "xmp" -> put(HtmlBlocks.code(codes.code(element)));
                    case "blockquote" -> quotation(element, look, depth);
                    case "ul", "ol", "menu", "dir" -> list(element, look, depth);
                    case "table" -> table(element, look, depth);
                    case "dt" -> inLines(element, look.with(Mark.STRONG), depth);
                    default -> inLines(element, look, depth);
                }
        }

        private void inLines(Element element, Look look, int depth) {
            boolean block = BLOCKS.contains(element.normalName())
                    || element.normalName().equals("dt");
            if (block) flush();
            children(element, look, depth);
            if (block) flush();
        }

        private void line(Element element, Look look, int depth) {
            boolean block = element.isBlock() || BLOCKS.contains(element.normalName());
            if (block) run.add(Piece.end(Kind.PARTING));
            if (element.normalName().equals("pre"))
                codes.code(element).lines().forEach(line -> {
                    run.add(Piece.code(line, look));
                    run.add(Piece.end(Kind.BREAK));
                });
            else children(element, look, depth);
            if (block) run.add(Piece.end(Kind.PARTING));
        }

        private void quoted(Element element, Look look, int depth) {
            run.add(Piece.text("\u201c", look));
            children(element, look, depth);
            run.add(Piece.text("\u201d", look));
        }

        /** What plays or shows another page becomes a link to it. */
        private void player(Element element, Look look) {
            String address = run.player(element);
            if (address == null) return;
            boolean own = into != null;
            if (own) flush();
            run.add(Piece.text(address, look.to(address)));
            if (own) flush();
        }

        private void code(Element element, Look look, int depth) {
            if (element.selectFirst("pre,p,div,ul,ol,table") != null) {
                children(element, look, depth);
                return;
            }
            String text = ShortCodes.lines(element);
            boolean lines = text.strip().contains("\n") && (linesEnd || element.selectFirst("br") != null);
            if (lines && into != null) {
                put(HtmlBlocks.code(text.replaceFirst("^\\n", "")));
                return;
            }
            String[] each = lines ? text.split("\\n") : new String[] {text};
            for (int i = 0; i < each.length; i++) {
                if (i > 0) run.add(Piece.end(Kind.BREAK));
                run.code(each[i], look);
            }
        }

        private void heading(Element element, Look look, int level, int depth) {
            flush();
            List<Piece> line = Running.line(pieces(element, look, depth));
            if (line.isEmpty() || into == null) return;
            into.appendChild(inlines.in(
                    () -> {
                        Heading heading = new Heading();
                        heading.setLevel(level);
                        return heading;
                    },
                    line));
        }

        private void quotation(Element element, Look look, int depth) {
            flush();
            if (isTooDeep(around)) {
                inLines(element, look, depth);
                flush();
                return;
            }
            BlockQuote quote = new BlockQuote();
            write(element, quote, look, depth, around + 1);
            if (quote.getFirstChild() != null) put(quote);
        }

        private void list(Element element, Look look, int depth) {
            flush();
            if (isTooDeep(around)) children(element, look, depth);
            else if (into != null) new HtmlList(HtmlBlocks.this, look, depth, around + 1).write(element, into);
            flush();
        }

        private void table(Element element, Look look, int depth) {
            flush();
            if (into == null || !new HtmlTable(HtmlBlocks.this, depth).write(element, into, told))
                children(element, look, depth);
            flush();
        }

        private void put(Node node) {
            flush();
            if (into != null) into.appendChild(node);
        }

        void flush() {
            if (into == null) return;
            for (List<Piece> paragraph : Running.paragraphs(run.pieces())) into.appendChild(paragraph(paragraph));
            run.clear();
        }
    }
}
