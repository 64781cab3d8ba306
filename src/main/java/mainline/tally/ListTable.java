package mainline.tally;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One column in which each ballot lists options, as forms save a question with boxes to tick. */
final class ListTable {
    private final Table table;
    private final Columns columns;
    private final int column;
    private final String separator;

    private ListTable(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
        column = columns.options().getFirst();
        boolean[] found = new boolean[1];
        table.each(row -> found[0] |= row.cells().get(column).contains(";"));
        separator = found[0] ? ";" : ",";
    }

    /** Whether there is but one question and its answers are no ranks. */
    static boolean isOne(Table table, Columns columns) {
        if (columns.options().size() != 1) return false;
        int only = columns.options().getFirst();
        boolean[] words = new boolean[1];
        table.each(row -> {
            String cell = row.cells().get(only).strip();
            words[0] |= !cell.isEmpty()
                    && !cell.matches("[-+0-9.,]+")
                    && Ordinals.of(cell) == 0
                    && !cell.equalsIgnoreCase("No opinion");
        });
        return words[0];
    }

    static Sheet sheet(Table table, Columns columns) {
        return new ListTable(table, columns).sheet();
    }

    private List<String> listed(Table.Row row) {
        return Arrays.stream(row.cells().get(column).split(separator))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Sheet sheet() {
        var options = new Named();
        table.each(row -> listed(row).forEach(options::add));
        Sheet sheet = options.sheet(table);
        boolean ordered = isOrder(sheet.count());
        table.each(row -> {
            List<Integer> listed = listed(row).stream().map(options::number).toList();
            if (ordered) sheet.order(row.number(), columns.weight(table, row), listed);
            else sheet.approval(row.number(), columns.weight(table, row), listed);
        });
        sheet.approvals = !ordered;
        if (sheet.title.isEmpty()) sheet.title = table.head().get(column);
        columns.note(
                sheet,
                table,
                "The column " + TextFile.quoted(table.head().get(column)) + " is taken for the options "
                        + (ordered ? "in order of preference" : "that each ballot approves") + ", with "
                        + (separator.equals(";") ? "semicolons" : "commas") + " between them.");
        return sheet;
    }

    /** Where every ballot lists every option, but not all in one order, the order is what they say. */
    private boolean isOrder(int count) {
        Set<List<String>> orders = new HashSet<>();
        boolean[] all = {true};
        table.each(row -> {
            List<String> listed = listed(row);
            orders.add(listed);
            all[0] &= listed.size() == count && new HashSet<>(listed).size() == count;
        });
        return all[0] && count > 1 && orders.size() > 1;
    }
}
