package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A table of ballots. Either a column per option, headed by its name, with the rank given (empty: left out; "No opinion":
 * compared with no other), or columns headed Choice 1, Choice 2 … with names of options. A column whose heading begins with #
 * is no option; {@code #weight} holds the number of voters. Lines before the heading that begin with {@code # } are remarks.
 */
final class CsvReader {
    private static final String CHOICE = "(?i)\\s*(choice|rank|ranking|preference)\\W*[0-9]+\\s*";

    private final Lines lines;
    private char separator = ',';

    CsvReader(Lines lines) {
        this.lines = lines;
    }

    BallotFile read() {
        int heading = 1;
        while (heading <= lines.count()
                && (lines.get(heading).isBlank() || lines.get(heading).startsWith("# "))) heading++;
        if (heading > lines.count()) throw lines.wrong(lines.count(), "there is no line with the names of the options");
        separator = separator(lines.get(heading));
        List<String> head = Cells.split(lines, heading, separator);
        boolean ours =
                IntStream.range(1, heading).anyMatch(number -> lines.get(number).startsWith("# ballots: "));
        List<Integer> choices = ours ? List.of() : choices(head);
        if (!ours && head.stream().allMatch(name -> name.strip().matches("-?[0-9.]*")))
            throw lines.wrong(heading, "the first line must name the options");
        Sheet sheet = choices.size() > 1 ? byChoice(head, heading, choices) : byOption(head, heading);
        for (int number = 1; number < heading; number++) {
            String remark = lines.get(number);
            if (remark.startsWith("# title: ")) sheet.title = remark.substring(9);
            if (remark.startsWith("# seats: ")) sheet.seats = lines.seats(number, remark.substring(9));
            if (remark.equals("# ballots: approvals")) sheet.approvals = true;
        }
        return sheet.done();
    }

    private static char separator(String line) {
        for (char each : new char[] {'\t', ';'}) if (line.indexOf(each) >= 0 && line.indexOf(',') < 0) return each;
        return ',';
    }

    private static List<Integer> choices(List<String> head) {
        return IntStream.range(0, head.size())
                .filter(column -> head.get(column).matches(CHOICE))
                .boxed()
                .toList();
    }

    private long weight(List<String> head, int number, List<String> row) {
        int column = head.indexOf("#weight");
        return column < 0 ? 1 : lines.number(number, row.get(column), "the weight", 1);
    }

    private List<String> row(List<String> head, int number) {
        List<String> row = Cells.split(lines, number, separator);
        if (row.size() != head.size())
            throw lines.wrong(number, "the ballot has " + row.size() + " columns, the heading " + head.size());
        return row;
    }

    private Sheet byOption(List<String> head, int heading) {
        List<Integer> columns = IntStream.range(0, head.size())
                .filter(column -> !head.get(column).startsWith("#"))
                .boxed()
                .toList();
        if (columns.isEmpty()) throw lines.wrong(heading, "there is no column for an option");
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(heading, String.valueOf(columns.size())));
        for (int option = 1; option <= columns.size(); option++) {
            String name = head.get(columns.get(option - 1)).strip();
            if (name.isEmpty()) throw lines.wrong(heading, "the heading of option " + option + " is empty");
            sheet.name(option, name);
        }
        for (int number = heading + 1; number <= lines.count(); number++) {
            if (lines.get(number).isBlank() && head.size() > 1) continue;
            List<String> row = row(head, number);
            int[] ranks = new int[columns.size()];
            for (int i = 0; i < ranks.length; i++)
                ranks[i] = rank(number, row.get(columns.get(i)).strip());
            sheet.ranks(number, weight(head, number, row), ranks);
        }
        return sheet;
    }

    private int rank(int number, String cell) {
        if (cell.isEmpty() || cell.equals("-")) return Votes.LAST;
        if (cell.equalsIgnoreCase("No opinion")) return Votes.NO_OPINION;
        return (int) Math.min(Votes.LAST - 1, lines.number(number, cell, "a rank", 1));
    }

    private Sheet byChoice(List<String> head, int heading, List<Integer> choices) {
        Map<String, Integer> options = new LinkedHashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (int number = heading + 1; number <= lines.count(); number++) {
            if (lines.get(number).isBlank()) {
                rows.add(List.of());
                continue;
            }
            List<String> row = row(head, number);
            rows.add(row);
            for (int column : choices)
                if (isOption(row.get(column)))
                    options.putIfAbsent(row.get(column).strip(), options.size() + 1);
        }
        if (options.isEmpty()) throw lines.wrong(heading, "there are no ballots in it");
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(heading, String.valueOf(options.size())));
        options.forEach((name, option) -> sheet.name(option, name));
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            if (row.isEmpty()) continue;
            int[] ranks = new int[options.size()];
            Arrays.fill(ranks, Votes.LAST);
            int place = 0;
            for (int column : choices) {
                if (row.get(column).strip().equalsIgnoreCase("overvote")) break;
                if (!isOption(row.get(column))) continue;
                int option = options.getOrDefault(row.get(column).strip(), 0);
                place++;
                if (ranks[option - 1] == Votes.LAST) ranks[option - 1] = place;
            }
            sheet.ranks(heading + 1 + i, weight(head, heading + 1 + i, row), ranks);
        }
        return sheet;
    }

    private static boolean isOption(String cell) {
        return !cell.isBlank() && !cell.strip().toLowerCase(Locale.ROOT).matches("undervote|overvote|skipped|-");
    }
}
