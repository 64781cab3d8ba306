package mainline.look;

import java.util.regex.Pattern;
import mainline.text.Diff.Paragraph;
import mainline.text.Diff.Place;

/** How a paragraph of a difference is drawn. */
final class DiffShape {
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s.*");
    private static final Pattern ITEM = Pattern.compile("([-*+]|\\d{1,9}[.)])\\s.*");

    private DiffShape() {}

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
