package mainline.tally;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A table of ballots. Either a column per option, headed by its name, with the rank given (empty: left out; "No opinion":
 * compared with no other), or columns headed Choice 1, Choice 2 … with names of options. A column whose heading begins with #
 * is no option, nor is one that tells the voter or the time; {@code #weight} holds the number of voters. Lines before the
 * heading that begin with {@code # } are remarks.
 */
final class CsvReader {
    private static final String CHOICE = "(?i)\\s*((choice|rank|ranking|preference|pref)[\\W_]*[0-9]+"
            + "|([0-9]+(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
            + "\\s*(choice|preference|rank|vote)?)\\s*";
    private static final Pattern NO_OPTION = Pattern.compile(
            "(?i)\\s*(id|timestamp|precinct|((voter|ballot)[ _]?(id|no|number|name)?)|receipt|#.*)\\s*");
    private static final Pattern WEIGHT = Pattern.compile("(?i)\\s*#?(weight|count|voters|quantity)\\s*");
    private static final Pattern CIVS = Pattern.compile("(?i)#\\s*Candidates\\s*:\\s*(.*)");
    private static final Pattern TIMES = Pattern.compile("\\s*([0-9]+)\\s*[Xx](.*)");

    private record Row(int number, List<String> cells) {}

    private final Lines lines;
    private char separator = ',';
    private List<String> head = List.of();
    private int weight = -1;

    CsvReader(Lines lines) {
        this.lines = lines;
    }

    BallotFile read() {
        if (ScottishReader.isOne(lines)) return new ScottishReader(lines).read();
        int heading = 1;
        while (heading <= lines.count()
                && (lines.get(heading).isBlank() || lines.get(heading).startsWith("# "))) {
            Matcher civs = CIVS.matcher(lines.get(heading).strip());
            if (civs.matches()) return civs(heading, civs.group(1).split("\\s+/\\s+"));
            heading++;
        }
        if (heading > lines.count()) throw lines.wrong(lines.count(), "there is no line with the names of the options");
        separator = separator(lines.get(heading));
        Cells first = Cells.read(lines, heading, separator, 0);
        head = first.cells();
        boolean ours =
                IntStream.range(1, heading).anyMatch(number -> lines.get(number).startsWith("# ballots: "));
        List<Integer> choices = ours ? List.of() : columns(name -> name.matches(CHOICE));
        if (!ours && head.stream().allMatch(name -> name.strip().matches("-?[0-9.]*")))
            throw lines.wrong(heading, "the first line must name the options");
        List<Integer> weights = columns(
                name -> ours ? name.equals("#weight") : WEIGHT.matcher(name).matches());
        weight = weights.isEmpty() ? -1 : weights.getFirst();
        Sheet sheet = choices.size() > 1 ? byChoice(first.last() + 1, choices) : byOption(first.last() + 1, ours);
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

    private List<Integer> columns(Predicate<String> wanted) {
        return IntStream.range(0, head.size())
                .filter(column -> wanted.test(head.get(column)))
                .boxed()
                .toList();
    }

    private void each(int from, Consumer<Row> row) {
        for (int number = from; number <= lines.count(); number++) {
            if (lines.get(number).isBlank() && head.size() > 1) continue;
            Cells cells = Cells.read(lines, number, separator, head.size());
            if (cells.cells().size() != head.size())
                throw lines.wrong(
                        number, "the ballot has " + cells.cells().size() + " columns, the heading " + head.size());
            row.accept(new Row(number, cells.cells()));
            number = cells.last();
        }
    }

    private long weight(Row row) {
        return weight < 0 ? 1 : lines.number(row.number(), row.cells().get(weight), "the weight", 1);
    }

    private Sheet byOption(int from, boolean ours) {
        int heading = from - 1;
        List<Integer> columns = columns(name -> ours
                ? !name.startsWith("#")
                : !NO_OPTION.matcher(name).matches() && !WEIGHT.matcher(name).matches());
        if (columns.isEmpty()) throw lines.wrong(heading, "there is no column for an option");
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(heading, String.valueOf(columns.size())));
        for (int option = 1; option <= columns.size(); option++) {
            String name = head.get(columns.get(option - 1)).strip();
            if (name.isEmpty()) throw lines.wrong(heading, "the heading of option " + option + " is empty");
            sheet.name(option, name);
        }
        for (int column = 0; column < head.size(); column++)
            if (!columns.contains(column) && !head.get(column).startsWith("#"))
                sheet.notes.add("The column " + Lines.quoted(head.get(column).strip()) + " is taken for "
                        + (column == weight ? "the number of voters." : "no option."));
        each(from, row -> {
            int[] ranks = new int[columns.size()];
            for (int i = 0; i < ranks.length; i++)
                ranks[i] = rank(row.number(), row.cells().get(columns.get(i)).strip(), Votes.LAST);
            sheet.ranks(row.number(), weight(row), ranks);
        });
        return sheet;
    }

    private int rank(int number, String cell, int dash) {
        if (cell.isEmpty()) return Votes.LAST;
        if (cell.equals("-")) return dash;
        if (cell.equalsIgnoreCase("No opinion")) return Votes.NO_OPINION;
        return (int) Math.min(Votes.LAST - 1, lines.number(number, cell, "a rank", 1));
    }

    /** As CIVS takes ballots in: a dash is no opinion, and {@code 3X} before the ranks says how many voters gave them. */
    private BallotFile civs(int heading, String[] names) {
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(heading, String.valueOf(names.length)));
        for (int option = 1; option <= names.length; option++) sheet.name(option, names[option - 1]);
        for (int number = heading + 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            Matcher times = TIMES.matcher(line);
            long voters = times.matches() ? lines.number(number, times.group(1), "the number of voters", 1) : 1;
            String[] cells = (times.matches() ? times.group(2) : line).split(",", -1);
            if (cells.length != names.length)
                throw lines.wrong(
                        number, "the ballot has " + cells.length + " ranks for " + names.length + " candidates");
            int[] ranks = new int[cells.length];
            for (int i = 0; i < ranks.length; i++) ranks[i] = rank(number, cells[i].strip(), Votes.NO_OPINION);
            sheet.ranks(number, voters, ranks);
        }
        return sheet.done();
    }

    private Sheet byChoice(int from, List<Integer> choices) {
        Map<String, Integer> options = new LinkedHashMap<>();
        each(from, row -> {
            for (int column : choices)
                if (isOption(row.cells().get(column)))
                    options.putIfAbsent(row.cells().get(column).strip(), options.size() + 1);
        });
        int heading = from - 1;
        if (options.isEmpty()) throw lines.wrong(heading, "there are no ballots in it");
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(heading, String.valueOf(options.size())));
        options.forEach((name, option) -> sheet.name(option, name));
        each(from, row -> {
            int[] ranks = new int[options.size()];
            Arrays.fill(ranks, Votes.LAST);
            int place = 0;
            for (int column : choices) {
                String cell = row.cells().get(column);
                if (cell.strip().equalsIgnoreCase("overvote")) break;
                if (!isOption(cell)) continue;
                int option = options.getOrDefault(cell.strip(), 0);
                place++;
                if (ranks[option - 1] == Votes.LAST) ranks[option - 1] = place;
            }
            sheet.ranks(row.number(), weight(row), ranks);
        });
        return sheet;
    }

    private static boolean isOption(String cell) {
        return !cell.isBlank() && !cell.strip().toLowerCase(Locale.ROOT).matches("undervote|overvote|skipped|-");
    }
}
