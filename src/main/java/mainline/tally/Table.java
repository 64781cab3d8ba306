package mainline.tally;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table as spreadsheets and forms save it: a heading and rows, whatever parts the cells. */
final class Table {
    private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?[,;\\t]*");
    private static final char[] SEPARATORS = {',', ';', '\t'};
    /** So many rows decide what parts the cells. */
    private static final int TRIED = 20;

    record Row(int number, List<String> cells) {}

    private final TextFile lines;
    private final int first;
    private final char separator;
    private final List<String> written;
    private final List<String> head;
    private boolean keepsEmpty;
    private int empty;

    private Table(TextFile lines, char separator, Cells head) {
        this.lines = lines;
        this.separator = separator;
        written = head.cells();
        this.head = written.stream().map(String::strip).toList();
        first = head.last() + 1;
    }

    /** Whether a line only says what parts the cells, as Excel wants it. */
    static boolean isInstruction(String line) {
        return SEPARATOR.matcher(line).matches();
    }

    /** @param heading the line with the heading */
    static Table read(TextFile lines, int heading) {
        for (int number = 1; number < heading; number++) {
            Matcher said = SEPARATOR.matcher(lines.get(number));
            if (said.matches()) {
                char separator = said.group(1).charAt(0);
                return new Table(lines, separator, Cells.read(lines, heading, separator, 0));
            }
        }
        char separator = separator(lines, heading);
        return new Table(lines, separator, Cells.read(lines, heading, separator, 0));
    }

    /** That by which most rows have as many cells as the heading; else what makes most columns. */
    private static char separator(TextFile lines, int heading) {
        char best = ',';
        int mostRows = -1;
        int mostColumns = 1;
        for (char each : SEPARATORS) {
            int columns = Cells.read(lines, heading, each, 0).cells().size();
            int rows = columns > 1 ? alike(lines, heading, each, columns) : -1;
            if (rows < mostRows || (rows == mostRows && columns <= mostColumns)) continue;
            best = each;
            mostRows = rows;
            mostColumns = columns;
        }
        return best;
    }

    private static int alike(TextFile lines, int heading, char separator, int columns) {
        int alike = 0;
        int tried = 0;
        int number = Cells.read(lines, heading, separator, 0).last() + 1;
        for (; number <= lines.count() && tried < TRIED; number++) {
            if (lines.get(number).isBlank()) continue;
            Cells cells = Cells.read(lines, number, separator, columns);
            if (cells.cells().size() == columns) alike++;
            tried++;
            number = cells.last();
        }
        return alike;
    }

    TextFile lines() {
        return lines;
    }

    /** The line in which the heading ends. */
    int heading() {
        return first - 1;
    }

    List<String> head() {
        return head;
    }

    /** Whether a heading says that its column is no option: a blank before the # makes it a name. */
    boolean isAside(int column) {
        return written.get(column).startsWith("#");
    }

    /** Rows without anything in them are ballots too. */
    void keepEmptyRows() {
        keepsEmpty = true;
    }

    /** How many rows were passed over the last time, since nothing stands in them. */
    int emptyRows() {
        return empty;
    }

    void each(Consumer<Row> taker) {
        empty = 0;
        for (int number = first; number <= lines.count(); number++) {
            if (lines.get(number).isBlank() && !(keepsEmpty && head.size() == 1)) continue;
            Cells read = Cells.read(lines, number, separator, head.size());
            List<String> cells = fitting(number, read.cells());
            if (keepsEmpty || !cells.stream().allMatch(String::isBlank)) taker.accept(new Row(number, cells));
            else empty++;
            number = read.last();
        }
    }

    private List<String> fitting(int number, List<String> cells) {
        List<String> fitting = new ArrayList<>(cells);
        while (fitting.size() > head.size() && fitting.getLast().isBlank()) fitting.removeLast();
        if (fitting.size() != head.size())
            throw lines.wrong(number, "the ballot has " + fitting.size() + " columns, the heading " + head.size());
        return fitting;
    }

    /** Whether nothing stands below a heading. */
    boolean isEmpty(int column) {
        boolean[] found = {false};
        each(row -> found[0] |= !row.cells().get(column).isBlank());
        return !found[0];
    }

    /** The first thing that stands below a heading again, or empty. */
    String twice(int column) {
        Set<String> seen = new HashSet<>();
        String[] found = {""};
        each(row -> {
            String cell = row.cells().get(column).strip();
            if (!cell.isEmpty() && !seen.add(cell) && found[0].isEmpty()) found[0] = cell;
        });
        return found[0];
    }

    Malformed wrong(Row row, int column, String what) {
        return wrong(row.number(), column, what);
    }

    Malformed wrong(int line, int column, String what) {
        return lines.wrong(line, called(column) + ": " + what);
    }

    String called(int column) {
        return head.get(column).isEmpty() ? "column " + (column + 1) : "column " + TextFile.quoted(head.get(column));
    }
}
