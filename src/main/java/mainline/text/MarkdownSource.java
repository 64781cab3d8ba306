package mainline.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What stands where in a text in Markdown, by the places of its characters, as {@link Markdown} understands the text. */
public final class MarkdownSource {
    /** The words of emphasis and the ends of bare addresses are none of its concern, so it reads these the plain way. */
    private static final Parser PARSER = Parser.builder()
            .extensions(Grammar.EXTENSIONS)
            .extensions(List.of(new Footnotes(""), AutolinkExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(Grammar.DEEPEST)
            .maxInlineNesting(Grammar.DEEPEST)
            .build();
    /** Looks at no line from within, which is what takes long. */
    private static final Parser OUTLINE = Parser.builder()
            .extensions(Grammar.EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, block) -> {})
            .maxOpenBlockParsers(Grammar.DEEPEST)
            .build();

    private static final int DEEPEST = 100;

    /** How an address is written: bare, between {@code <} and {@code >}, or as the value of an HTML attribute. */
    public enum Form {
        BARE,
        ANGLED,
        HTML
    }

    /**
     * Where a link or picture leads.
     *
     * @param from the place of the first character of its address as it is written, without signs around it
     * @param to the place behind the last one
     * @param address what is meant, without signs that only say how to read it
     */
    public record Target(int from, int to, String address, Form form) {}

    /** The lines of a paragraph, counted from 0 by line feeds. */
    public record Lines(int first, int last) {}

    private final String text;
    private final int start;

    private MarkdownSource(String text, int start) {
        this.text = text;
        this.start = start;
    }

    /** @param start where the Markdown begins; places are counted from the beginning of the text all the same */
    public static MarkdownSource of(String text, int start) {
        return new MarkdownSource(text, start);
    }

    /** Those of links, pictures, definitions and HTML, in order; not what is code, a comment or an address by itself. */
    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Node node : nodes(PARSER)) {
            switch (node) {
                case Link link -> inline(link, 1, link.getDestination()).ifPresent(targets::add);
                case Image image -> inline(image, 2, image.getDestination()).ifPresent(targets::add);
                case LinkReferenceDefinition definition -> defined(definition).ifPresent(targets::add);
                case HtmlBlock html -> targets.addAll(inHtml(new Written(html)));
                case HtmlInline html -> targets.addAll(inHtml(new Written(html)));
                default -> {}
            }
        }
        targets.sort(Comparator.comparingInt(Target::from));
        return targets;
    }

    /** The text with a blank in the place of everything that is no prose: code, mark-up, addresses. */
    public String prose() {
        char[] prose = text.toCharArray();
        for (int at = 0; at < prose.length; at++) if (prose[at] != '\n' && prose[at] != '\r') prose[at] = ' ';
        for (Node node : nodes(PARSER)) {
            if (!(node instanceof Text) || (node.getParent() instanceof Link link && isAddress(link))) continue;
            for (int place : new Written(node).places) prose[place] = text.charAt(place);
        }
        return new String(prose);
    }

    /** Whether a link is an address that stands there by itself. */
    private boolean isAddress(Link link) {
        List<SourceSpan> spans = link.getSourceSpans();
        return link.getFirstChild() instanceof Text said
                && link.getDestination().endsWith(said.getLiteral())
                && !spans.isEmpty()
                && !new Written(link).content.startsWith("[");
    }

    /** The paragraphs, in order. */
    public List<Lines> paragraphs() {
        List<Lines> all = new ArrayList<>();
        int[] counted = {0, 0};
        for (Node node : nodes(OUTLINE)) {
            List<SourceSpan> spans = node.getSourceSpans();
            if (!(node instanceof Paragraph) || spans.isEmpty()) continue;
            int first = line(counted, spans.getFirst().getInputIndex() + start);
            all.add(new Lines(first, line(counted, spans.getLast().getInputIndex() + start)));
        }
        return all;
    }

    /** A text that is shown as it was written has no links. */
    private Node parsed(Parser parser) {
        String markdown = text.substring(start);
        try {
            if (parser.equals(OUTLINE)) return parser.parse(markdown);
            Bounds bounds = new Bounds(markdown);
            Node document = parser.parse(markdown);
            bounds.check(document);
            return document;
        } catch (RuntimeException | StackOverflowError beyond) {
            return new Document();
        }
    }

    /** All there is, in order, as far as it is not nested deeper than anybody writes. */
    private List<Node> nodes(Parser parser) {
        List<Node> all = new ArrayList<>();
        int depth = 0;
        for (Node node = parsed(parser).getFirstChild(); node != null; ) {
            all.add(node);
            if (node.getFirstChild() != null && depth < DEEPEST) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node.getNext() == null && depth > 0) {
                node = node.getParent();
                depth--;
            }
            node = node.getNext();
        }
        return all;
    }

    /** @param counted up to which place, and how many line feeds there are before it */
    private int line(int[] counted, int place) {
        while (counted[0] < place) if (text.charAt(counted[0]++) == '\n') counted[1]++;
        return counted[1];
    }

    /** Whether what would follow at once could become one more item, row or line of what the text ends with. */
    public boolean endsInParts() {
        Node last = parsed(OUTLINE).getLastChild();
        return last instanceof ListBlock || last instanceof TableBlock || last instanceof BlockQuote;
    }

    private Optional<Target> inline(Node link, int opening, String address) {
        Written written = new Written(link);
        String content = written.content;
        if (content.indexOf('[') != opening - 1) return Optional.empty();
        Node last = link.getLastChild();
        int label = last == null || last.getSourceSpans().isEmpty() ? opening : written.index(new Written(last).end());
        if (!content.startsWith("](", label)) return Optional.empty();
        return destination(written, label + 2, address);
    }

    private Optional<Target> defined(LinkReferenceDefinition definition) {
        Written written = new Written(definition);
        String content = written.content;
        int at = content.indexOf('[') + 1;
        while (at > 0 && at < content.length() && content.charAt(at) != ']') at += content.charAt(at) == '\\' ? 2 : 1;
        return content.startsWith("]:", at)
                ? destination(written, at + 2, definition.getDestination())
                : Optional.empty();
    }

    private static Optional<Target> destination(Written written, int begin, String address) {
        String content = written.content;
        int from = begin;
        while (from < content.length() && Character.isWhitespace(content.charAt(from))) from++;
        boolean angled = content.startsWith("<", from);
        if (angled) from++;
        int to = from;
        for (int depth = 0; to < content.length(); to++) {
            char c = content.charAt(to);
            if (c == '\\') to++;
            else if (angled ? c == '>' : c <= ' ' || (c == ')' && depth == 0)) break;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
        }
        if (to <= from || to > content.length()) return Optional.empty();
        Form form = angled ? Form.ANGLED : Form.BARE;
        return Optional.of(new Target(written.place(from), written.place(to - 1) + 1, address, form));
    }

    private static List<Target> inHtml(Written written) {
        List<Target> targets = new ArrayList<>();
        var parser = org.jsoup.parser.Parser.htmlParser().setTrackPosition(true);
        for (Element element : Jsoup.parse(written.content, "", parser).select("a[href], img[src]")) {
            Attribute link = element.attribute(element.normalName().equals("a") ? "href" : "src");
            if (link == null || !link.sourceRange().valueRange().isTracked()) continue;
            int from = link.sourceRange().valueRange().startPos();
            int to = link.sourceRange().valueRange().endPos();
            if (to <= from || targets.stream().anyMatch(known -> known.from() == written.place(from))) continue;
            targets.add(new Target(written.place(from), written.place(to - 1) + 1, link.getValue(), Form.HTML));
        }
        return targets;
    }

    /** What is written of a node, without what stands before its lines, and where each character of it stands. */
    private final class Written {
        private final String content;
        private final List<Integer> places = new ArrayList<>();

        Written(Node node) {
            Node cell = node;
            while (cell != null && !(cell instanceof TableCell)) cell = cell.getParent();
            StringBuilder all = new StringBuilder();
            for (SourceSpan span : node.getSourceSpans()) {
                if (!all.isEmpty()) {
                    all.append('\n');
                    places.add(places.getLast() + 1);
                }
                int from = place(cell, span.getInputIndex());
                int to = place(cell, span.getInputIndex() + span.getLength());
                for (int at = from; at < Math.min(to, text.length()); at++) {
                    all.append(text.charAt(at));
                    places.add(at);
                }
            }
            content = all.toString();
        }

        /** In a cell of a table a place is counted as if {@code \|} were one sign. */
        private int place(@Nullable Node cell, int index) {
            if (cell == null) return start + index;
            int counted = cell.getSourceSpans().getFirst().getInputIndex();
            int at = start + counted;
            for (; counted < index; counted++) at += text.startsWith("\\|", at) ? 2 : 1;
            return at;
        }

        int place(int index) {
            return places.get(index);
        }

        /** The place behind it. */
        int end() {
            return places.isEmpty() ? start : places.getLast() + 1;
        }

        int index(int place) {
            return places.indexOf(place);
        }
    }
}
