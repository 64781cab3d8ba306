package mainline.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A column for each rank, headed 1st choice, Choice 2 and so on, with the option that was put there. */
final class ChoiceTable {
    private final Table table;
    private final Columns columns;
    private final List<Integer> inOrder;

    ChoiceTable(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
        List<Integer> places = columns.names().stream().map(Ordinals::heading).toList();
        inOrder = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparing(places::get))
                .map(columns.options()::get)
                .toList();
        refuseTwins(places);
    }

    private void refuseTwins(List<Integer> places) {
        var seen = new TreeMap<Integer, Integer>();
        for (int i = 0; i < places.size(); i++) {
            Integer twin = seen.put(places.get(i), columns.options().get(i));
            if (twin != null)
                throw table.lines()
                        .wrong(
                                table.heading(),
                                "both " + table.called(twin) + " and "
                                        + table.called(columns.options().get(i)) + " hold the same rank");
        }
    }

    Sheet sheet() {
        var options = new Named();
        table.each(row -> inOrder.forEach(column -> options.add(chosen(row, column))));
        Sheet sheet = options.sheet(table);
        table.each(row -> {
            List<Integer> order = new ArrayList<>();
            for (int column : inOrder) {
                String cell = row.cells().get(column).strip();
                if (cell.equalsIgnoreCase("overvote")) break;
                if (!chosen(row, column).isEmpty()) order.add(options.number(cell));
            }
            sheet.order(row.number(), columns.weight(table, row), order);
        });
        columns.note(
                sheet,
                table,
                "Taken for the options in order of preference: "
                        + Columns.quoted(inOrder.stream().map(table.head()::get).toList()) + ".");
        return sheet;
    }

    private static String chosen(Table.Row row, int column) {
        String cell = row.cells().get(column).strip();
        return cell.toLowerCase(Locale.ROOT).matches("undervote|overvote|skipped|-") ? "" : cell;
    }
}
