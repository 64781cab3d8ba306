package mainline.tally;

import java.util.ArrayList;
import java.util.List;

/** One line of a table; a cell that begins with a quotation mark ends with one, and doubles it inside. */
final class Cells {
    private Cells() {}

    static List<String> split(Lines lines, int number, char separator) {
        String line = lines.get(number);
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
            if (at >= line.length()) return cells;
            at++;
        }
    }
}
