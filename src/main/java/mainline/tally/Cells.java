package mainline.tally;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a table; a cell that begins with a quotation mark ends with one, and doubles it inside. Such a cell may go on
 * over the next lines.
 *
 * @param last the line in which the row ends
 */
record Cells(List<String> cells, int last) {
    /** A mark that is not closed within so many lines is just a character. */
    private static final int MOST_LINES = 50;

    /** @param columns how many there must be if the row goes on over lines; 0 when that is not known yet */
    static Cells read(TextFile lines, int number, char separator, int columns) {
        String text = lines.get(number);
        if (isClosed(text, separator)) return split(lines, number, text, separator, number);
        var longer = new StringBuilder(text);
        for (int next = number + 1; next <= Math.min(lines.count(), number + MOST_LINES); next++) {
            // What begins a section of a Pabulib file is no part of a name that was not closed.
            if (lines.get(next).strip().matches("PROJECTS|VOTES")) break;
            longer.append(' ').append(lines.get(next));
            if (!isClosed(longer, separator)) continue;
            Cells joined = split(lines, number, longer.toString(), separator, next);
            if (columns == 0 || joined.cells().size() == columns) return joined;
            break;
        }
        return split(lines, number, text, separator, number);
    }

    /** Whether every cell that begins with a quotation mark ends with one. */
    private static boolean isClosed(CharSequence text, char separator) {
        boolean quoted = false;
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || begins)) quoted = !quoted;
            else if (c == '"' && i > 0 && text.charAt(i - 1) == '"') quoted = true;
            begins = !quoted && c == separator;
        }
        return !quoted;
    }

    private static Cells split(TextFile lines, int number, String line, char separator, int last) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            var cell = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"' && line.indexOf('"', at + 1) > 0) {
                at++;
                while (true) {
                    if (at >= line.length()) throw lines.wrong(number, "the quotation mark is not closed");
                    char c = line.charAt(at++);
                    if (c != '"') cell.append(c);
                    else if (at < line.length() && line.charAt(at) == '"') cell.append(line.charAt(at++));
                    else break;
                }
            }
            while (at < line.length() && line.charAt(at) != separator) cell.append(line.charAt(at++));
            cells.add(cell.toString());
            if (at >= line.length()) return new Cells(cells, last);
            at++;
        }
    }
}
