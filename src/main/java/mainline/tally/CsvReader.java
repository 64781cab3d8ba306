package mainline.tally;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of ballots: a column per option with the rank given ({@link OptionTable}), a column per rank with the option
 * ({@link ChoiceTable}), a row per ranking ({@link LongTable}) or a list of options in one column ({@link ListTable}). A column
 * whose heading begins with # is no option; {@code #weight} holds the number of voters. Lines before the heading that begin
 * with {@code # } are remarks; {@code # ballots: } among them says that every other column is an option, and {@code points}
 * behind it that points stand in them ({@link PointsTable}).
 */
final class CsvReader {
    private final TextFile lines;

    CsvReader(TextFile lines) {
        this.lines = lines;
    }

    BallotFile read() {
        if (ScottishReader.isOne(lines)) return new ScottishReader(lines).read();
        int heading = 1;
        while (heading <= lines.count() && isRemark(lines.get(heading))) {
            CivsTable civs = CivsTable.at(lines, heading);
            if (civs != null) return civs.read();
            heading++;
        }
        if (heading > lines.count()) throw lines.wrong(lines.count(), "there is no line with the names of the options");
        boolean ours =
                IntStream.range(1, heading).anyMatch(number -> lines.get(number).startsWith("# ballots: "));
        Table table = Table.read(lines, heading);
        if (!ours && table.head().stream().allMatch(name -> name.matches("-?[0-9.]*")))
            throw lines.wrong(heading, "the first line must name the options");
        Sheet sheet = ours ? ours(table, heading) : foreign(table);
        remarks(sheet, heading);
        return sheet.done();
    }

    private static boolean isRemark(String line) {
        return line.isBlank() || line.startsWith("# ") || Table.isInstruction(line);
    }

    private Sheet ours(Table table, int heading) {
        table.keepEmptyRows();
        List<String> head = table.head();
        List<Integer> options = IntStream.range(0, head.size())
                .filter(column -> !table.isAside(column))
                .boxed()
                .toList();
        for (int column : options)
            if (head.get(column).isEmpty())
                throw table.lines()
                        .wrong(table.heading(), "the heading of option " + (options.indexOf(column) + 1) + " is empty");
        List<String> names = options.stream().map(head::get).toList();
        Columns columns = new Columns(options, names, head.indexOf("#weight"), List.of(), "");
        boolean points =
                IntStream.range(1, heading).anyMatch(number -> lines.get(number).equals("# ballots: points"));
        return points ? new PointsTable(table, columns).sheet() : new OptionTable(table, columns).sheet(true);
    }

    private static Sheet foreign(Table table) {
        Columns columns = Columns.of(table);
        @Nullable LongTable rankings = LongTable.of(table, columns);
        if (rankings != null) return rankings.sheet();
        @Nullable Columns places = columns.places(table);
        if (places != null) return new ChoiceTable(table, places).sheet();
        if (ListTable.isOne(table, columns)) return ListTable.sheet(table, columns);
        return new OptionTable(table, columns).sheet(false);
    }

    private void remarks(Sheet sheet, int heading) {
        for (int number = 1; number < heading; number++) {
            String remark = lines.get(number);
            if (remark.startsWith("# title: ")) sheet.title = remark.substring(9);
            if (remark.startsWith("# seats: ")) sheet.seats = lines.seats(number, remark.substring(9));
            if (remark.equals("# ballots: approvals")) sheet.approvals = true;
        }
    }
}
