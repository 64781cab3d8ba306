package mainline.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** PrefLib orders: ties in braces; with headers of today ({@code # NUMBER ALTERNATIVES: 4}) or of before 2022. */
final class PrefLibReader {
    private final TextFile lines;

    PrefLibReader(TextFile lines) {
        this.lines = lines;
    }

    /** Whether the older format begins at this line: a number of options, then a numbered name. */
    static boolean isOld(TextFile lines, int number) {
        return number < lines.count() && lines.get(number + 1).strip().matches("1\\s*,.*");
    }

    BallotFile read() {
        int first = 1;
        while (first <= lines.count() && lines.get(first).isBlank()) first++;
        return first <= lines.count() && lines.get(first).strip().startsWith("#") ? today(first) : older(first);
    }

    private BallotFile today(int first) {
        Map<String, String> head = new TreeMap<>();
        Map<String, Integer> where = new TreeMap<>();
        int number = first;
        for (;
                number <= lines.count()
                        && (lines.get(number).isBlank()
                                || lines.get(number).strip().startsWith("#"));
                number++) {
            String[] pair = lines.get(number).strip().replaceFirst("^#\\s*", "").split(":", 2);
            if (pair.length == 2) {
                head.put(pair[0].strip().toUpperCase(Locale.ROOT), pair[1].strip());
                where.put(pair[0].strip().toUpperCase(Locale.ROOT), number);
            }
        }
        Sheet sheet = sheet(first, head, where);
        long voters =
                orders(sheet, number, ":", head.getOrDefault("DATA TYPE", "").toLowerCase(Locale.ROOT));
        String said = head.get("NUMBER VOTERS");
        if (said != null
                && lines.number(where.getOrDefault("NUMBER VOTERS", first), said, "the number of voters", 0) != voters)
            throw lines.wrong(
                    where.getOrDefault("NUMBER VOTERS", first),
                    "the file says " + said + " voters, but its ballots are " + voters);
        return sheet.done();
    }

    private Sheet sheet(int first, Map<String, String> head, Map<String, Integer> where) {
        String count = head.get("NUMBER ALTERNATIVES");
        if (count == null) throw lines.wrong(first, "the line “# NUMBER ALTERNATIVES: …” is missing");
        Sheet sheet = new Sheet(
                lines, Format.PREFLIB, lines.options(where.getOrDefault("NUMBER ALTERNATIVES", first), count));
        for (int option = 1; option <= sheet.count(); option++)
            sheet.name(option, head.getOrDefault("ALTERNATIVE NAME " + option, ""));
        sheet.title = head.getOrDefault("TITLE", "");
        String type = head.getOrDefault("DATA TYPE", "").toLowerCase(Locale.ROOT);
        sheet.approvals =
                type.equals("cat") && head.getOrDefault("NUMBER CATEGORIES", "").equals("2");
        return sheet;
    }

    private BallotFile older(int first) {
        if (first > lines.count()) throw lines.wrong(1, "the file is empty");
        Sheet sheet = new Sheet(lines, Format.PREFLIB, lines.options(first, lines.get(first)));
        int number = first + 1;
        for (int option = 1; option <= sheet.count(); option++, number++) {
            String[] pair = (number <= lines.count() ? lines.get(number) : "").split(",", 2);
            if (pair.length != 2 || !pair[0].strip().equals(String.valueOf(option)))
                throw lines.wrong(
                        Math.min(number, lines.count()), "the name of option " + option + " should come here");
            sheet.name(option, pair[1]);
        }
        if (number > lines.count()) throw lines.wrong(lines.count(), "the file ends before its ballots");
        String[] sums = lines.get(number).split(",", -1);
        long said = lines.number(number, sums[0], "the number of voters", 0);
        long voters = orders(sheet, number + 1, ",", "");
        if ((sums.length > 1 && lines.number(number, sums[1], "the sum of the ballots", 0) != voters)
                || (sums.length == 1 && said != voters))
            throw lines.wrong(
                    number,
                    "the file says " + sums[sums.length > 1 ? 1 : 0].strip() + " ballots, but they are " + voters);
        return sheet.done();
    }

    private long orders(Sheet sheet, int from, String separator, String type) {
        long voters = 0;
        for (int number = from; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] pair = line.split(separator, 2);
            if (pair.length != 2) throw lines.wrong(number, "a ballot must be a number of voters and an order");
            long weight = lines.number(number, pair[0], "the number of voters", 1);
            List<List<Integer>> places = places(sheet, number, pair[1]);
            if (sheet.approvals) places = places.subList(0, Math.min(1, places.size()));
            int named = places.stream().mapToInt(List::size).sum();
            if ((type.equals("soc") || type.equals("toc")) && named != sheet.count())
                throw lines.wrong(number, "a complete order must name all " + sheet.count() + " options, not " + named);
            sheet.ranking(number, weight, places);
            try {
                voters = Math.addExact(voters, weight);
            } catch (ArithmeticException e) {
                throw lines.wrong(number, "there are more voters than can be counted");
            }
        }
        return voters;
    }

    private List<List<Integer>> places(Sheet sheet, int number, String order) {
        List<List<Integer>> places = new ArrayList<>();
        List<Integer> open = null;
        for (String word : order.replace("{", ",{,").replace("}", ",},").split(",")) {
            String token = word.strip();
            if (token.isEmpty()) continue;
            if (token.equals("{")) {
                if (open != null) throw lines.wrong(number, "a brace is opened inside a brace");
                open = new ArrayList<>();
            } else if (token.equals("}")) {
                if (open == null) throw lines.wrong(number, "a brace is closed that was not opened");
                places.add(open);
                open = null;
            } else if (open != null) {
                open.add(sheet.option(number, token));
            } else {
                places.add(List.of(sheet.option(number, token)));
            }
        }
        if (open != null) throw lines.wrong(number, "the brace is not closed");
        return places;
    }
}
