package mainline.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row for each ranking: one column names the ballot, one the rank, one the option, in any order; without ranks they approve. */
final class LongTable {
    /** The ballot of one voter, or of so many, while its rows are gathered. */
    private record Paper(int line, long weight, TreeMap<Integer, List<String>> places) {}

    private final Table table;
    private final Columns columns;
    private final int ballot;
    private final int rank;
    private final int pick;

    private LongTable(Table table, Columns columns, int ballot, int rank, int pick) {
        this.table = table;
        this.columns = columns;
        this.ballot = ballot;
        this.rank = rank;
        this.pick = pick;
    }

    /** @return null when the headings do not name a rank and an option beside each other */
    static @Nullable LongTable of(Table table, Columns columns) {
        List<String> head = table.head();
        int rank = only(table, ColumnWords::isRank);
        int pick = only(table, ColumnWords::isPick);
        int either = only(table, ColumnWords::isEither);
        if (rank < 0 && pick >= 0) rank = either;
        else if (pick < 0 && rank >= 0) pick = either;
        if (rank < 0 && pick >= 0 && columns.options().size() == 1) return approvals(table, columns, pick);
        if (rank < 0 || pick < 0) return null;
        List<Integer> ballots = identities(head, columns);
        String rankings = "the columns " + TextFile.quoted(head.get(rank)) + " and " + TextFile.quoted(head.get(pick))
                + " hold rankings, ";
        if (ballots.isEmpty())
            throw table.lines()
                    .wrong(
                            table.heading(),
                            rankings
                                    + "but no column says whose: head it “ballot”, or put the line “# ballots: rankings”"
                                    + " above if every column is an option");
        if (ballots.size() > 1)
            throw table.lines()
                    .wrong(
                            table.heading(),
                            rankings + "but both " + table.called(ballots.get(0)) + " and "
                                    + table.called(ballots.get(1)) + " could say whose: begin one with #");
        return new LongTable(table, columns, ballots.getFirst(), rank, pick);
    }

    /** Columns that name best to which ballot a row belongs. */
    private static List<Integer> identities(List<String> head, Columns columns) {
        int best = columns.others().stream()
                .mapToInt(column -> ColumnWords.identity(head.get(column)))
                .max()
                .orElse(0);
        return columns.others().stream()
                .filter(column -> best > 0 && ColumnWords.identity(head.get(column)) == best)
                .toList();
    }

    /** Where whoever approves several options has several rows. */
    private static @Nullable LongTable approvals(Table table, Columns columns, int pick) {
        List<Integer> ballots = identities(table.head(), columns);
        boolean several =
                ballots.size() == 1 && !table.twice(ballots.getFirst()).isEmpty();
        return several ? new LongTable(table, columns, ballots.getFirst(), -1, pick) : null;
    }

    /** The one column so headed, or -1. */
    private static int only(Table table, Predicate<String> headed) {
        int[] found = IntStream.range(0, table.head().size())
                .filter(column -> headed.test(table.head().get(column)))
                .toArray();
        return found.length == 1 ? found[0] : -1;
    }

    Sheet sheet() {
        var options = new Named();
        Map<String, Integer> rows = new HashMap<>();
        table.each(row -> {
            options.add(row.cells().get(pick).strip());
            rows.merge(row.cells().get(ballot).strip(), 1, Integer::sum);
        });
        Sheet sheet = options.sheet(table);
        // Options that nobody ranked stand nowhere in such a table.
        int last = Math.max(sheet.count(), Collections.max(rows.values()));
        Map<String, Paper> papers = new LinkedHashMap<>();
        table.each(row -> add(row, papers, last));
        for (Paper paper : papers.values()) {
            List<List<Integer>> places = new ArrayList<>();
            for (List<String> alike : paper.places().values())
                places.add(alike.stream().map(options::number).toList());
            sheet.places(paper.line(), paper.weight(), places);
        }
        sheet.approvals = rank < 0;
        note(sheet);
        return sheet;
    }

    private void add(Table.Row row, Map<String, Paper> papers, int last) {
        String whose = row.cells().get(ballot).strip();
        if (whose.isEmpty()) throw table.wrong(row, ballot, "the row does not say to which ballot it belongs");
        long weight = columns.weight(table, row);
        Paper paper = papers.computeIfAbsent(whose, _ -> new Paper(row.number(), weight, new TreeMap<>()));
        if (paper.weight() != weight)
            throw table.wrong(
                    row,
                    columns.weight(),
                    "the ballot " + TextFile.quoted(whose) + " counts " + paper.weight() + " in line " + paper.line()
                            + ", " + weight + " here");
        String option = row.cells().get(pick).strip();
        if (option.isEmpty()) return;
        int place = rank < 0 ? 1 : OptionTable.rank(table, row, rank);
        if (place > last) throw OptionTable.beyond(table, row, rank, last, "");
        paper.places().computeIfAbsent(place, _ -> new ArrayList<>()).add(option);
    }

    private void note(Sheet sheet) {
        List<Integer> others = new ArrayList<>(columns.others());
        others.removeIf(column -> column == ballot);
        columns.options().stream()
                .filter(column -> column != rank && column != pick)
                .forEach(others::add);
        List<String> head = table.head();
        new Columns(List.of(), List.of(), columns.weight(), others, "")
                .note(
                        sheet,
                        table,
                        rank < 0
                                ? "Each row is taken for one approval: the column " + TextFile.quoted(head.get(ballot))
                                        + " names the ballot and " + TextFile.quoted(head.get(pick)) + " the option."
                                : "Each row is taken for one ranking: the column " + TextFile.quoted(head.get(ballot))
                                        + " names the ballot, " + TextFile.quoted(head.get(rank)) + " the rank and "
                                        + TextFile.quoted(head.get(pick)) + " the option.");
    }
}
