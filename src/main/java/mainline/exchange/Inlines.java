package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import mainline.exchange.Piece.Kind;
import mainline.exchange.Piece.Look;
import mainline.exchange.Piece.Mark;
import mainline.text.Markdown;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;

/** Makes Markdown of pieces, and looks whether the page that comes of it reads as they do. */
final class Inlines {
    private final MarkdownRenderer renderer;

    Inlines(MarkdownRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * A block with these pieces in it: with their emphasis, or without it where Markdown would show its signs, or with every
     * sign written as a number where even that reads otherwise.
     */
    Node in(Supplier<Node> block, List<Piece> pieces) {
        List<Piece> plain = pieces.stream()
                .map(piece -> piece.looking(new Look(piece.look().link(), Set.of())))
                .toList();
        for (List<Piece> wording : List.of(pieces, plain)) {
            if (reads(filled(block, wording.stream().map(Piece::unseen).toList()), pieces))
                return filled(block, wording);
        }
        Node safe = block.get();
        pieces.forEach(piece -> safe.appendChild(piece.isEnd() ? new SoftLineBreak() : numbered(piece.text())));
        return safe;
    }

    private static Node filled(Supplier<Node> block, List<Piece> pieces) {
        Node whole = block.get();
        fill(whole, pieces, List.of());
        return whole;
    }

    private boolean reads(Node block, List<Piece> pieces) {
        StringBuilder wanted = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.isEnd()) wanted.append(' ');
            else if (piece.kind() != Kind.PICTURE) wanted.append(piece.text());
        }
        String shown =
                Jsoup.parse(Markdown.document(renderer.render(block)).markup()).text();
        return plain(shown).equals(plain(wanted.toString()));
    }

    /** A text as it is compared: spaces of every kind are one, what cannot be seen is nothing. */
    static String plain(String text) {
        return text.replaceAll("[\\u200b\\u00ad]", "")
                .replaceAll("[\\s\\u00a0]+", " ")
                .strip();
    }

    private static Node numbered(String text) {
        StringBuilder all = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 128 && !Character.isLetterOrDigit(c) && c != ' ')
                all.append("&#").append(c).append(';');
            else all.appendCodePoint(c);
        });
        HtmlInline inline = new HtmlInline();
        inline.setLiteral(all.toString());
        return inline;
    }

    /** What these pieces have in common stands once around all of them. */
    static void fill(Node parent, List<Piece> pieces, List<Mark> inside) {
        for (int i = 0; i < pieces.size(); ) {
            Piece piece = pieces.get(i);
            int end = i + 1;
            String link = piece.look().link();
            if (link != null) {
                while (end < pieces.size() && link.equals(pieces.get(end).look().link())) end++;
                Link node = new Link(link, null);
                fill(node, unlinked(pieces.subList(i, end)), inside);
                parent.appendChild(node);
            } else if (piece.look().marks().stream().allMatch(inside::contains)) {
                append(parent, piece);
            } else {
                Mark outer = outermost(pieces, i, inside);
                end = end(pieces, i, outer);
                List<Mark> more = new ArrayList<>(inside);
                more.add(outer);
                around(parent, outer, pieces.subList(i, end), more);
            }
            i = end;
        }
    }

    private static List<Piece> unlinked(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> piece.looking(new Look(null, piece.look().marks())))
                .toList();
    }

    /** The first in order; of the two emphases the one that lasts longer. */
    private static Mark outermost(List<Piece> pieces, int at, List<Mark> inside) {
        List<Mark> open = pieces.get(at).look().marks().stream()
                .filter(mark -> !inside.contains(mark))
                .sorted()
                .toList();
        Mark first = open.getFirst();
        return first == Mark.STRONG && open.size() > 1 && end(pieces, at, Mark.EMPHASIS) > end(pieces, at, Mark.STRONG)
                ? Mark.EMPHASIS
                : first;
    }

    private static int end(List<Piece> pieces, int from, Mark mark) {
        int end = from;
        while (end < pieces.size()
                && pieces.get(end).has(mark)
                && Objects.equals(
                        pieces.get(end).look().link(), pieces.get(from).look().link())) end++;
        return end;
    }

    private static void around(Node parent, Mark mark, List<Piece> pieces, List<Mark> inside) {
        switch (mark) {
            case SUB -> raised(parent, "sub", pieces, inside);
            case SUP -> raised(parent, "sup", pieces, inside);
            case STRIKE -> filled(parent, new Strikethrough("~~"), pieces, inside);
            case STRONG -> filled(parent, new StrongEmphasis("**"), pieces, inside);
            case EMPHASIS -> filled(parent, new Emphasis("*"), pieces, inside);
        }
    }

    private static void filled(Node parent, Node node, List<Piece> pieces, List<Mark> inside) {
        fill(node, pieces, inside);
        parent.appendChild(node);
    }

    private static void raised(Node parent, String name, List<Piece> pieces, List<Mark> inside) {
        parent.appendChild(html("<" + name + ">"));
        fill(parent, pieces, inside);
        parent.appendChild(html("</" + name + ">"));
    }

    static Node html(String literal) {
        HtmlInline inline = new HtmlInline();
        inline.setLiteral(literal);
        return inline;
    }

    private static void append(Node parent, Piece piece) {
        switch (piece.kind()) {
            case TEXT -> text(parent, piece.text());
            case CODE -> parent.appendChild(new Code(piece.text()));
            case PICTURE -> parent.appendChild(picture(piece));
            case BREAK, LINE, PARTING -> parent.appendChild(new SoftLineBreak());
        }
    }

    /** The renderer takes care of every sign but this one, which makes a list at the beginning of a line. */
    private static void text(Node parent, String text) {
        if (text.startsWith("+")) parent.appendChild(html("\\+"));
        String rest = text.startsWith("+") ? text.substring(1) : text;
        if (!rest.isEmpty()) parent.appendChild(new Text(rest));
    }

    private static Node picture(Piece piece) {
        Image image = new Image(piece.address(), null);
        if (!piece.text().isEmpty()) image.appendChild(new Text(piece.text()));
        return image;
    }
}
