package mainline.tally;

import java.util.ArrayList;
import java.util.List;

/**
 * Scottish council elections as tables: options and seats, then a row for each order with the number of its voters first,
 * then the options, {@code "Candidate 1","Name","Party"}, and the ward.
 */
final class ScottishReader {
    private static final String CANDIDATE = "\"?Candidate [0-9]+\"?,.*";

    private final TextFile lines;

    ScottishReader(TextFile lines) {
        this.lines = lines;
    }

    static boolean isOne(TextFile lines) {
        if (!lines.get(1).strip().matches("[0-9]+\\s*,\\s*[0-9]+[\\s,]*")) return false;
        for (int number = lines.count(); number > 1; number--)
            if (lines.get(number).strip().matches(CANDIDATE)) return true;
        return false;
    }

    BallotFile read() {
        List<String> head = cells(1);
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(1, head.get(0)));
        sheet.seats = lines.seats(1, head.get(1));
        int named = 0;
        for (int number = 2; number <= lines.count(); number++) {
            List<String> row = cells(number);
            if (row.isEmpty()) continue;
            if (lines.get(number).strip().matches(CANDIDATE)) name(sheet, number, ++named, row);
            else if (named > 0) sheet.title = row.getFirst().replace("\"", "");
            else ballot(sheet, number, row);
        }
        if (named != sheet.count())
            throw lines.wrong(lines.count(), "there are names for " + named + " of " + sheet.count() + " options only");
        return sheet.done();
    }

    private List<String> cells(int number) {
        List<String> cells = new ArrayList<>(Cells.read(lines, number, ',', 0).cells());
        while (!cells.isEmpty() && cells.getLast().isBlank()) cells.removeLast();
        return cells;
    }

    private void name(Sheet sheet, int number, int option, List<String> row) {
        if (!row.getFirst().strip().equals("Candidate " + option) || option > sheet.count() || row.size() < 2)
            throw lines.wrong(number, "the name of option " + Math.min(option, sheet.count()) + " should come here");
        sheet.name(option, String.join(", ", row.subList(1, row.size())));
    }

    private void ballot(Sheet sheet, int number, List<String> row) {
        List<List<Integer>> places = new ArrayList<>();
        for (String cell : row.subList(1, row.size())) places.add(List.of(sheet.option(number, cell)));
        sheet.ranking(number, lines.number(number, row.getFirst(), "the number of voters", 1), places);
    }
}
