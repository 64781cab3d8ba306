package mainline.tally;

import java.util.ArrayList;
import java.util.List;

/** A column for each option, headed by its name, with the rank given; empty where the option was left out. */
final class OptionTable {
    private final Table table;
    private final Columns columns;

    OptionTable(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    /** @param ours whether it says itself that every column is an option */
    Sheet sheet(boolean ours) {
        TextFile lines = table.lines();
        int count = columns.options().size();
        if (count == 0) throw lines.wrong(table.heading(), "there is no column for an option");
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(table.heading(), String.valueOf(count)));
        for (int option = 1; option <= count; option++)
            sheet.name(option, columns.names().get(option - 1));
        List<Integer> doubtful = doubtful();
        RowCounter counter = new RowCounter(count);
        table.each(row -> {
            int[] ranks = new int[count];
            for (int i = 0; i < count; i++)
                ranks[i] = rank(row, columns.options().get(i));
            doubtful.removeIf(column -> !couldRank(row, column, ranks));
            counter.look(ranks);
            sheet.ranks(row.number(), columns.weight(table, row), ranks);
        });
        if (ours) return sheet;
        refuseDoubtful(doubtful, counter);
        columns.note(sheet, table, "Taken for options: " + Columns.quoted(columns.names()) + ".");
        return sheet;
    }

    private void refuseDoubtful(List<Integer> doubtful, RowCounter counter) {
        TextFile lines = table.lines();
        doubtful.removeIf(table::isEmpty);
        if (!doubtful.isEmpty())
            throw lines.wrong(
                    table.heading(),
                    table.called(doubtful.getFirst())
                            + " could be an option or tell the voter: begin its heading with #,"
                            + " or put the line “# ballots: rankings” above if every column is an option");
        int counting = counter.found();
        if (counting >= 0)
            throw lines.wrong(
                    table.heading(),
                    table.called(columns.options().get(counting))
                            + " counts the rows: begin its heading with # if it is no"
                            + " option, or put the line “# ballots: rankings” above if every column is one");
    }

    /** Columns whose heading is usually no option, but could be the name of one. */
    private List<Integer> doubtful() {
        List<Integer> doubtful = new ArrayList<>(columns.others());
        doubtful.removeIf(column -> table.isAside(column)
                || !ColumnWords.isNoOption(table.head().get(column))
                || ColumnWords.isSurelyNoOption(table.head().get(column)));
        return doubtful;
    }

    private static boolean couldRank(Table.Row row, int column, int[] ranks) {
        String cell = row.cells().get(column);
        if (cell.isBlank()) return true;
        int rank = Ordinals.of(cell);
        if (rank == 0 || rank > ranks.length + 1) return false;
        for (int other : ranks) if (other == rank) return false;
        return true;
    }

    private int rank(Table.Row row, int column) {
        String cell = row.cells().get(column).strip();
        if (cell.isEmpty() || cell.equals("-")) return Votes.LAST;
        if (cell.equalsIgnoreCase("No opinion")) return Votes.NO_OPINION;
        int rank = rank(table, row, column);
        if (rank <= columns.options().size()) return rank;
        List<Integer> none = doubtful();
        String aside = none.isEmpty() ? "" : "; " + table.called(none.getFirst()) + " is taken for none";
        throw beyond(table, row, column, columns.options().size(), aside);
    }

    static Malformed beyond(Table table, Table.Row row, int column, int options, String aside) {
        return table.wrong(
                row,
                column,
                "the rank " + TextFile.quoted(row.cells().get(column).strip())
                        + " goes beyond the number of options, which is " + options + aside);
    }

    /** The rank that a cell gives. */
    static int rank(Table table, Table.Row row, int column) {
        String cell = row.cells().get(column).strip();
        int rank = Ordinals.of(cell);
        if (rank > 0) return rank;
        long number = table.lines().number(row.number(), cell, table.called(column) + ": a rank", 1);
        return (int) Math.min(Integer.MAX_VALUE - 1, number);
    }
}
