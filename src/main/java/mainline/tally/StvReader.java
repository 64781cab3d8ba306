package mainline.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The text files of OpenSTV: {@code candidate=a Name} lines, and after {@code ballots=N} that many lines up to {@code end}. */
final class StvReader {
    private final TextFile lines;
    private final Map<String, Integer> candidates = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private List<String> order = List.of();
    private int seats;
    private String title = "";

    StvReader(TextFile lines) {
        this.lines = lines;
    }

    BallotFile read() {
        for (int number = 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] pair = line.split("=", 2);
            if (pair.length != 2) throw lines.wrong(number, "this is no setting: " + TextFile.quoted(line));
            String value = pair[1].strip();
            switch (pair[0].strip()) {
                case "title" -> title = value;
                case "seats" -> seats = lines.seats(number, value);
                case "order" -> order = List.of(value.split("\\s+"));
                case "candidate" -> candidate(number, value.split("\\s+", 2));
                case "ballots" -> {
                    return ballots(number, lines.number(number, value, "the number of ballots", 1));
                }
                default -> {}
            }
        }
        throw lines.wrong(lines.count(), "the file ends before its ballots");
    }

    private void candidate(int number, String[] pair) {
        names.add(pair.length == 2 ? pair[1] : pair[0]);
        if (candidates.put(pair[0], names.size()) != null)
            throw lines.wrong(number, "the candidate " + TextFile.quoted(pair[0]) + " comes twice");
    }

    private BallotFile ballots(int first, long said) {
        if (names.isEmpty()) throw lines.wrong(first, "the ballots come before the candidates");
        Sheet sheet = new Sheet(lines, Format.STV, lines.options(first, String.valueOf(names.size())));
        for (int option = 1; option <= names.size(); option++) sheet.name(option, names.get(option - 1));
        sheet.seats = seats;
        sheet.title = title;
        long read = 0;
        for (int number = first + 1; number <= lines.count(); number++) {
            String line = lines.get(number).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (line.equals("end")) {
                if (read != said) throw lines.wrong(first, "the file says " + said + " ballots, but there are " + read);
                return sheet.done();
            }
            read += ballot(sheet, number, line);
        }
        throw lines.wrong(lines.count(), "the file ends before the line “end”");
    }

    /** How many lines it stands for; some files count voters, some lines. */
    private long ballot(Sheet sheet, int number, String line) {
        String[] words = line.split("\\s+");
        long weight = 1;
        int from = 0;
        if (words[0].matches("[0-9]+[Xx]")) {
            weight = lines.number(number, words[0].substring(0, words[0].length() - 1), "the number of voters", 1);
            from = 1;
        }
        if (!order.isEmpty()) {
            ordered(sheet, number, weight, List.of(words).subList(from, words.length));
        } else {
            List<List<Integer>> places = new ArrayList<>();
            for (int i = from; i < words.length; i++) places.add(List.of(option(number, words[i])));
            sheet.ranking(number, weight, places);
        }
        return 1;
    }

    private int option(int number, String word) {
        Integer option = candidates.get(word);
        if (option == null) throw lines.wrong(number, "there is no candidate " + TextFile.quoted(word));
        return option;
    }

    private void ordered(Sheet sheet, int number, long weight, List<String> words) {
        if (words.size() != order.size())
            throw lines.wrong(number, "the ballot has " + words.size() + " marks for " + order.size() + " candidates");
        int[] ranks = new int[sheet.count()];
        java.util.Arrays.fill(ranks, Votes.LAST);
        for (int i = 0; i < words.size(); i++)
            if (!words.get(i).equals("-"))
                ranks[option(number, order.get(i)) - 1] =
                        (int) Math.min(Votes.LAST - 1, lines.number(number, words.get(i), "a rank", 1));
        sheet.ranks(number, weight, ranks);
    }
}
