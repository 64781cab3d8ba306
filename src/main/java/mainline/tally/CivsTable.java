package mainline.tally;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** As CIVS takes ballots in: a dash is no opinion, and {@code 3X} before the ranks says how many voters gave them. */
final class CivsTable {
    private static final Pattern NAMES = Pattern.compile("(?i)#\\s*Candidates\\s*:\\s*(.*)");
    private static final Pattern TIMES = Pattern.compile("\\s*([0-9]+)\\s*[Xx](.*)");

    private final TextFile lines;
    private final int heading;
    private final String[] names;

    private CivsTable(TextFile lines, int heading, String[] names) {
        this.lines = lines;
        this.heading = heading;
        this.names = names;
    }

    /** @return null when the line does not name candidates */
    static @Nullable CivsTable at(TextFile lines, int heading) {
        Matcher names = NAMES.matcher(lines.get(heading).strip());
        return names.matches() ? new CivsTable(lines, heading, names.group(1).split("\\s+/\\s+")) : null;
    }

    BallotFile read() {
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(heading, String.valueOf(names.length)));
        for (int option = 1; option <= names.length; option++) sheet.name(option, names[option - 1]);
        for (int number = heading + 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (!line.isEmpty() && !line.startsWith("#")) ballot(sheet, number, line);
        }
        return sheet.done();
    }

    private void ballot(Sheet sheet, int number, String line) {
        Matcher times = TIMES.matcher(line);
        long voters = times.matches() ? lines.number(number, times.group(1), "the number of voters", 1) : 1;
        String[] cells = (times.matches() ? times.group(2) : line).split(",", -1);
        if (cells.length != names.length)
            throw lines.wrong(number, "the ballot has " + cells.length + " ranks for " + names.length + " candidates");
        int[] ranks = new int[cells.length];
        for (int i = 0; i < ranks.length; i++) ranks[i] = rank(number, i, cells[i].strip());
        sheet.ranks(number, voters, ranks);
    }

    private int rank(int number, int i, String cell) {
        if (cell.isEmpty()) return Votes.LAST;
        if (cell.equals("-") || cell.equalsIgnoreCase("No opinion")) return Votes.NO_OPINION;
        long rank = lines.number(number, cell, "a rank", 1);
        if (rank > names.length)
            throw lines.wrong(
                    number,
                    "the rank " + rank + " of " + TextFile.quoted(names[i].strip()) + " goes beyond the " + names.length
                            + " candidates");
        return (int) rank;
    }
}
