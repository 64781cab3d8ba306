package mainline.text;

import java.time.Duration;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * What one text may cost those who read it. All but the last are counted, so that the same text is always shown the same
 * way; the clock is for what nobody has thought of.
 */
final class Bounds implements Appendable {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_LINES = 20_000;
    private static final int MOST_SIGNS = 30_000;
    private static final int MOST_LINKS = 5_000;
    private static final int LARGEST = 2_000_000;
    private static final int LARGEST_OF_LITTLE = 50_000;
    private static final int LARGEST_TO_ITS_LENGTH = 6;
    private static final long LONGEST_TIME = Duration.ofSeconds(3).toNanos();
    private static final String SIGNS = "*_~[]<`!&\\";

    static final int MOST_CELLS = 20_000;

    private final int largest;
    private final long began = System.nanoTime();
    private final StringBuilder markup = new StringBuilder();
    private int size;

    /** @throws Limit.Passed if the text need not even be read */
    Bounds(String text) {
        if (text.length() > LONGEST) throw Limit.LENGTH.passed();
        countSigns(text);
        countLines(text);
        largest = Math.min(LARGEST, LARGEST_OF_LITTLE + LARGEST_TO_ITS_LENGTH * text.length());
    }

    private static void countSigns(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < 128 && SIGNS.indexOf(text.charAt(i)) >= 0) signs++;
        if (signs > MOST_SIGNS) throw Limit.SIGNS.passed();
    }

    /** A short row of a table is filled up to the width of its head, so cells are more than what is written. */
    private static void countLines(String text) {
        int lines = 0;
        long cells = 0;
        int columns = 0;
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            if (end < 0) end = text.length();
            int wide = columns(text, from, end);
            columns = wide < 0 ? 0 : Math.max(wide, columns);
            cells += columns;
            lines++;
            from = end + 1;
        }
        if (lines > MOST_LINES || text.chars().filter(c -> c == '\r').count() > MOST_LINES) throw Limit.LINES.passed();
        if (cells > MOST_CELLS) throw Limit.CELLS.passed();
    }

    /** How many columns the line under a table's head makes; 0 for other lines, -1 for a blank one, which ends a table. */
    private static int columns(String text, int from, int end) {
        int pipes = 0;
        boolean blank = true;
        boolean head = true;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            blank &= c <= ' ';
            head &= c <= ' ' || "|-:>*+.)0123456789".indexOf(c) >= 0;
            if (c == '|') pipes++;
        }
        return blank ? -1 : head ? Math.max(0, pipes - 1) : 0;
    }

    void check(Node document) {
        document.accept(new AbstractVisitor() {
            private int links;

            @Override
            public void visit(Link link) {
                count(link);
            }

            @Override
            public void visit(Image image) {
                count(image);
            }

            private void count(Node link) {
                if (++links > MOST_LINKS) throw Limit.LINKS.passed();
                visitChildren(link);
            }
        });
        checkTime();
    }

    void checkTime() {
        if (System.nanoTime() - began > LONGEST_TIME) throw Limit.TIME.passed();
    }

    /** What was written since the last call, made safe. */
    String taken(String notes) {
        String safe = Sanitizer.clean(markup.toString(), notes);
        size += safe.length() - markup.length();
        markup.setLength(0);
        grow(0);
        return safe;
    }

    private void grow(int by) {
        size += by;
        if (size > largest) throw Limit.SIZE.passed();
        checkTime();
    }

    @Override
    public Bounds append(CharSequence piece) {
        grow(piece.length());
        markup.append(piece);
        return this;
    }

    @Override
    public Bounds append(CharSequence piece, int start, int end) {
        return append(piece.subSequence(start, end));
    }

    @Override
    public Bounds append(char piece) {
        return append(String.valueOf(piece));
    }
}
