package mainline.look;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.text.Diff.Kind;
import mainline.text.Diff.Paragraph;
import mainline.text.Diff.Piece;
import mainline.text.Diff.Place;
import mainline.text.Markdown;

/** How a paragraph of a difference is drawn. */
final class DiffShape {
    /** A longer paragraph is shown as it is written. */
    private static final int LONGEST_READ = 4_000;

    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*");
    private static final Pattern MARKS = Pattern.compile(" {0,3}#{1,6}\\s+(?=\\S)");
    private static final Pattern ITEM_MARKS = Pattern.compile("\\s*(?:>\\s?)*\\s*(?:[-*+]|\\d{1,9}[.)])\\s+");
    private static final Pattern SIGNS = Pattern.compile("[*_`\\[~<\\\\&]");
    private static final Pattern ITEM = Pattern.compile("([-*+]|\\d{1,9}[.)])\\s.*");

    private DiffShape() {}

    /** What is shown of it: the signs of a heading are not, unless they are what changed. */
    static List<Piece> pieces(Paragraph paragraph) {
        List<Piece> pieces = paragraph.pieces();
        if (pieces.isEmpty()) return pieces;
        if (!paragraph.changed() && pieces.size() == 1) return List.of(read(pieces.getFirst()));
        int marks = marks(pieces.getFirst().text());
        boolean twice = pieces.size() > 1
                && pieces.getFirst().kind() != Kind.SAME
                && marks(pieces.get(1).text()) > 0;
        if (marks == 0 || (twice && !marked(pieces.get(0)).equals(marked(pieces.get(1))))) return pieces;
        List<Piece> shown = new ArrayList<>(pieces);
        for (int i = 0; i < (twice ? 2 : 1); i++) shown.set(i, unmarked(pieces.get(i)));
        return shown;
    }

    /** What stays is shown as it is read: without the signs of a heading, of emphasis and of links. Those of a list and a table stay. */
    private static Piece read(Piece piece) {
        String text = piece.text().substring(marks(piece.text()));
        Matcher item = ITEM_MARKS.matcher(text);
        int kept = item.lookingAt() ? item.end() : 0;
        boolean plain = !SIGNS.matcher(text).find() || text.length() > LONGEST_READ;
        if (plain || text.stripLeading().startsWith("|")) return new Piece(piece.kind(), text);
        return new Piece(piece.kind(), text.substring(0, kept) + Markdown.excerpt(text.substring(kept), text.length()));
    }

    private static String marked(Piece piece) {
        return piece.text().substring(0, marks(piece.text())).strip();
    }

    private static Piece unmarked(Piece piece) {
        return new Piece(piece.kind(), piece.text().substring(marks(piece.text())));
    }

    private static int marks(String text) {
        Matcher marks = MARKS.matcher(text);
        return marks.lookingAt() ? marks.end() : 0;
    }

    /** The first words of what is only pointed to. */
    static String beginning(Paragraph paragraph) {
        return paragraph.beginning().substring(marks(paragraph.beginning()));
    }

    /** Its classes: whether it changed or came from elsewhere, and what kind of line it is. */
    static String of(Paragraph paragraph) {
        boolean came = paragraph.place() != Place.STAYED;
        String how = came ? "changed come" : paragraph.changed() ? "changed" : "same";
        String kind = kind(paragraph);
        return kind.isEmpty() ? how : how + " " + kind;
    }

    /** What kind of line it is in Markdown, as far as one looks at it differently. */
    private static String kind(Paragraph paragraph) {
        String text = paragraph.pieces().isEmpty()
                ? ""
                : paragraph.pieces().getFirst().text().stripLeading();
        if (HEADING.matcher(text).matches()) return "head";
        if (text.startsWith("|")) return "row";
        return ITEM.matcher(text).matches() ? "item" : "";
    }
}
