package mainline.tally;

import java.util.ArrayList;
import java.util.List;

/** A column for each option with the points that a ballot gives it; empty for none. */
final class PointsTable {
    private static final long MOST = 1_000_000;

    private final Table table;
    private final Columns columns;

    PointsTable(Table table, Columns columns) {
        this.table = table;
        this.columns = columns;
    }

    Sheet sheet() {
        int count = columns.options().size();
        Sheet sheet =
                new Sheet(table.lines(), Format.CSV, table.lines().options(table.heading(), String.valueOf(count)));
        for (int option = 1; option <= count; option++)
            sheet.name(option, columns.names().get(option - 1));
        sheet.approvals = true;
        table.each(row -> {
            if (columns.weight(table, row) != 1)
                throw table.lines().wrong(row.number(), "each ballot that gives points has a row of its own");
            long[] given = new long[count];
            List<Integer> supported = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                given[i] = points(row, columns.options().get(i));
                if (given[i] > 0) supported.add(i + 1);
            }
            sheet.points(given);
            sheet.approval(row.number(), 1, supported);
        });
        return sheet;
    }

    private long points(Table.Row row, int column) {
        String cell = row.cells().get(column).strip();
        if (cell.isEmpty()) return 0;
        long points = table.lines().number(row.number(), cell, "the points in " + table.called(column), 0);
        if (points > MOST) throw table.lines().wrong(row.number(), "so many points cannot be: " + points);
        return points;
    }
}
