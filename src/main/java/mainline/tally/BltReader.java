package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * BLT: options and seats, withdrawn options, ballots up to a 0, names, title. What follows the title is of no account, nor
 * are the commas that a spreadsheet leaves at the ends of lines.
 */
final class BltReader {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern NAME_AFTER_PREFLIB =
            Pattern.compile("(?i)#\\s*ALTERNATIVE NAME\\s+[0-9]+\\s*:\\s*(.*)");

    private final TextFile lines;
    private final Map<String, Integer> nicknames = new HashMap<>();
    private int at = 1;

    BltReader(TextFile lines) {
        this.lines = lines;
    }

    static boolean isHeader(String line) {
        return withoutCommas(withoutComment(line)).matches("[0-9]+\\s+[0-9]+");
    }

    BallotFile read() {
        String[] header =
                next("the first line with the numbers of options and seats").split("\\s+");
        if (header.length != 2)
            throw lines.wrong(at - 1, "the first line must hold two numbers, of options and of seats");
        Sheet sheet = new Sheet(lines, Format.BLT, lines.options(at - 1, header[0]));
        sheet.seats = lines.seats(at - 1, header[1]);
        while (true) {
            String line = next("the 0 that ends the ballots");
            int number = at - 1;
            if (line.equals("0")) break;
            if (line.startsWith("[")) setting(sheet, number, line);
            else if (line.startsWith("-")) withdraw(sheet, number, line);
            else ballot(sheet, number, line);
        }
        names(sheet);
        return sheet.done();
    }

    private String next(String what) {
        while (at <= lines.count()) {
            String line = withoutCommas(withoutComment(lines.get(at++)));
            if (!line.isEmpty()) return line;
        }
        throw lines.wrong(Math.max(1, lines.count()), "the file ends before " + what);
    }

    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') quoted = !quoted;
            if (line.charAt(i) == '#' && !quoted) return line.substring(0, i);
        }
        return line;
    }

    private static String withoutCommas(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == ',' || Character.isWhitespace(line.charAt(end - 1)))) end--;
        return line.substring(0, end).strip();
    }

    private void setting(Sheet sheet, int number, String line) {
        if (!line.endsWith("]")) throw lines.wrong(number, "the bracket is not closed");
        String[] words = line.substring(1, line.length() - 1).strip().split("\\s+");
        if (words[0].equals("withdrawn"))
            for (int i = 1; i < words.length; i++) sheet.withdraw(option(sheet, number, words[i]));
        if (words[0].equals("nick")) {
            if (words.length != sheet.count() + 1)
                throw lines.wrong(number, "there must be a nickname for each option");
            for (int i = 1; i < words.length; i++) nicknames.put(words[i], i);
        }
    }

    private void withdraw(Sheet sheet, int number, String line) {
        String[] words = BLANKS.split(line);
        if (!Arrays.stream(words).allMatch(word -> word.startsWith("-")))
            throw lines.wrong(
                    number,
                    words[words.length - 1].equals("0")
                            ? "the number of voters at the beginning must be at least 1, not " + words[0]
                            : "a line of withdrawn options holds negative numbers only");
        for (String word : words) sheet.withdraw(option(sheet, number, word.substring(1)));
    }

    private int option(Sheet sheet, int number, String word) {
        Integer nickname = nicknames.isEmpty() ? null : nicknames.get(word);
        return nickname != null ? nickname : sheet.option(number, word);
    }

    private void ballot(Sheet sheet, int number, String line) {
        String rest = line;
        long weight = 1;
        if (rest.startsWith("(") && rest.indexOf(')') > 0) {
            rest = rest.substring(rest.indexOf(')') + 1).strip();
        } else {
            String[] parts = BLANKS.split(rest, 2);
            weight = lines.number(number, parts[0], "the number of voters at the beginning", 1);
            rest = parts.length == 2 ? parts[1] : "";
        }
        List<List<Integer>> places = new ArrayList<>();
        String[] words = BLANKS.split(rest);
        if (!words[words.length - 1].equals("0")) throw lines.wrong(number, "the ballot does not end with 0");
        for (int i = 0; i < words.length - 1; i++) {
            if (words[i].equals("-")) continue;
            List<Integer> place = new ArrayList<>();
            if (words[i].indexOf('=') < 0) place.add(option(sheet, number, words[i]));
            else for (String word : words[i].split("=", -1)) place.add(option(sheet, number, word));
            places.add(place);
        }
        sheet.ranking(number, weight, places);
    }

    /** One name a line, which may be quoted in several pieces; or, when there are fewer lines than options, one a piece. */
    private void names(Sheet sheet) {
        List<List<String>> named = new ArrayList<>();
        while (at <= lines.count() && named.size() <= sheet.count()) {
            List<String> pieces = new ArrayList<>();
            String line = lines.get(at++).strip();
            Matcher numbered = NAME_AFTER_PREFLIB.matcher(line);
            if (line.startsWith("\"")) quoted(line, pieces);
            else if (numbered.matches()) pieces.add(withoutCommas(numbered.group(1)));
            else if (!withoutCommas(withoutComment(line)).isEmpty()) pieces.add(withoutCommas(withoutComment(line)));
            if (!pieces.isEmpty()) named.add(pieces);
        }
        List<String> names = named.size() >= sheet.count()
                ? named.stream().map(pieces -> String.join(" ", pieces)).toList()
                : named.stream().flatMap(List::stream).toList();
        if (!names.isEmpty() && names.size() < sheet.count())
            throw lines.wrong(
                    lines.count(), "there are names for " + names.size() + " of " + sheet.count() + " options only");
        for (int option = 1; option <= Math.min(names.size(), sheet.count()); option++)
            sheet.name(option, names.get(option - 1));
        if (names.size() > sheet.count()) sheet.title = names.get(sheet.count());
    }

    private void quoted(String line, List<String> names) {
        var name = new StringBuilder();
        int started = at - 1;
        String rest = line.substring(1);
        int i = 0;
        while (true) {
            while (i >= rest.length()) {
                if (at > lines.count()) throw lines.wrong(started, "the quotation mark is not closed");
                name.append(' ');
                rest = lines.get(at++).strip();
                i = 0;
            }
            char c = rest.charAt(i++);
            if (c != '"') {
                name.append(c);
            } else if (i < rest.length() && rest.charAt(i) == '"') {
                name.append('"');
                i++;
            } else {
                break;
            }
        }
        names.add(name.toString().strip().replaceAll("\\s+", " "));
        String more = withoutComment(rest.substring(i)).strip();
        if (more.startsWith("\"")) quoted(more, names);
    }
}
