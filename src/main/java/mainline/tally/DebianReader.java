package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tally sheet of the Debian project: a heading that names the options, then one {@code V:} line per ballot. */
final class DebianReader {
    private static final Pattern OPTION =
            Pattern.compile("[\\s|/\\\\]*Option\\s+([0-9]+)\\s*-*>?\\s*:\\s*(.*?)[\\s|/\\\\]*");
    private static final Pattern BALLOT = Pattern.compile("V:\\s*([-0-9A-Za-z]+)(\\s.*)?");

    private final TextFile lines;

    DebianReader(TextFile lines) {
        this.lines = lines;
    }

    static boolean isOption(String line) {
        return OPTION.matcher(line).matches();
    }

    BallotFile read() {
        List<String> names = new ArrayList<>();
        Sheet sheet = null;
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            Matcher ballot = BALLOT.matcher(line);
            if (ballot.matches()) {
                if (sheet == null) sheet = sheet(number, names, ballot.group(1).length());
                ballot(sheet, number, ballot.group(1));
            } else if (sheet != null && !line.isEmpty() && !line.startsWith("-=") && !line.startsWith("#")) {
                throw lines.wrong(number, "this is no ballot: " + TextFile.quoted(line));
            } else if (sheet == null) {
                Matcher option = OPTION.matcher(line);
                if (!option.matches()) continue;
                if (lines.number(number, option.group(1), "the number of the option", 1) != names.size() + 1)
                    throw lines.wrong(number, "option " + (names.size() + 1) + " should come here");
                names.add(option.group(2));
            }
        }
        if (sheet == null) throw lines.wrong(lines.count(), "there are no ballots in it (lines that begin with V:)");
        return sheet.done();
    }

    private Sheet sheet(int number, List<String> names, int marks) {
        if (!names.isEmpty() && names.size() != marks)
            throw lines.wrong(number, "the ballot has " + marks + " marks for " + names.size() + " options");
        Sheet sheet = new Sheet(lines, Format.DEBIAN, marks);
        for (int option = 1; option <= names.size(); option++) sheet.name(option, names.get(option - 1));
        sheet.seats = 1;
        return sheet;
    }

    private void ballot(Sheet sheet, int number, String marks) {
        if (marks.length() != sheet.count())
            throw lines.wrong(number, "the ballot has " + marks.length() + " marks for " + sheet.count() + " options");
        int[] ranks = new int[marks.length()];
        Arrays.fill(ranks, Votes.LAST);
        for (int i = 0; i < marks.length(); i++) {
            if (marks.charAt(i) == '-') continue;
            int rank = Integer.parseInt(marks.substring(i, i + 1).toLowerCase(Locale.ROOT), 36);
            if (rank < 1 || rank > marks.length())
                throw lines.wrong(number, "the mark " + marks.charAt(i) + " is no rank from 1 to " + marks.length());
            ranks[i] = rank;
        }
        sheet.ranks(number, 1, ranks);
    }
}
