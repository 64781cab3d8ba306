package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Condorcet Election Format: {@code tags || A > B = C ^ weight * quantity}, and {@code #/} lines that say how to read it. */
final class CondorcetReader {
    private record Line(int number, String order, long weight) {}

    private final TextFile lines;
    private final Map<String, Integer> options = new LinkedHashMap<>();
    private final List<Line> ballots = new ArrayList<>();
    private boolean declared;
    private boolean implicit = true;
    private boolean weighted;
    private int seats;

    CondorcetReader(TextFile lines) {
        this.lines = lines;
    }

    BallotFile read() {
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (line.startsWith("#/")) setting(number, line.substring(2).split(":", 2));
        }
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.get(number).replaceFirst("#.*", "").strip();
            if (!line.isEmpty())
                ballot(number, line.replaceFirst("^.*\\|\\|", "").strip());
        }
        if (options.isEmpty()) throw lines.wrong(lines.count(), "there are no candidates in it");
        Sheet sheet = new Sheet(lines, Format.CONDORCET, options.size());
        options.forEach((name, option) -> sheet.name(option, name));
        sheet.seats = seats;
        for (Line ballot : ballots) add(sheet, ballot);
        return sheet.done();
    }

    private void setting(int number, String[] pair) {
        if (pair.length != 2) return;
        String value = pair[1].strip();
        switch (pair[0].strip().toLowerCase(Locale.ROOT)) {
            case "candidates" -> {
                declared = true;
                for (String name : value.split(";"))
                    if (options.put(name.strip(), options.size() + 1) != null)
                        throw lines.wrong(number, "the candidate " + TextFile.quoted(name.strip()) + " comes twice");
                lines.options(number, String.valueOf(options.size()));
            }
            case "number of seats" -> seats = lines.seats(number, value);
            case "implicit ranking" -> implicit = truth(number, value);
            case "weight allowed" -> weighted = truth(number, value);
            default -> {}
        }
    }

    private boolean truth(int number, String value) {
        if (!value.matches("(?i)true|false"))
            throw lines.wrong(number, "this must be true or false: " + TextFile.quoted(value));
        return Boolean.parseBoolean(value.toLowerCase(Locale.ROOT));
    }

    private void ballot(int number, String line) {
        String[] starred = line.split("\\*", -1);
        if (starred.length > 2) throw lines.wrong(number, "there is more than one *");
        String[] raised = starred[0].split("\\^", -1);
        if (raised.length > 2) throw lines.wrong(number, "there is more than one ^");
        long voters = starred.length == 2 ? lines.number(number, starred[1], "the quantity after *", 1) : 1;
        long weight = raised.length == 2 ? lines.number(number, raised[1], "the weight after ^", 1) : 1;
        try {
            ballots.add(new Line(number, raised[0].strip(), Math.multiplyExact(voters, weighted ? weight : 1)));
        } catch (ArithmeticException e) {
            throw lines.wrong(number, "there are more voters than can be counted");
        }
        if (declared || raised[0].strip().equals("/EMPTY_RANKING/")) return;
        for (String name : raised[0].split("[>=]", -1)) {
            if (name.isBlank()) throw lines.wrong(number, "the name of a candidate is missing");
            options.putIfAbsent(name.strip(), options.size() + 1);
        }
        lines.options(number, String.valueOf(options.size()));
    }

    private void add(Sheet sheet, Line ballot) {
        int[] ranks = new int[sheet.count()];
        int none = implicit ? Votes.LAST : Votes.NO_OPINION;
        Arrays.fill(ranks, none);
        int place = 0;
        if (!ballot.order().equals("/EMPTY_RANKING/"))
            for (String alike : ballot.order().split(">", -1)) {
                place++;
                for (String name : alike.split("=", -1)) {
                    Integer option = options.get(name.strip());
                    if (option == null)
                        throw lines.wrong(ballot.number(), "there is no candidate " + TextFile.quoted(name.strip()));
                    if (ranks[option - 1] != none)
                        throw lines.wrong(
                                ballot.number(), TextFile.quoted(name.strip()) + " comes twice on this ballot");
                    ranks[option - 1] = place;
                }
            }
        sheet.ranks(ballot.number(), ballot.weight(), ranks);
    }
}
