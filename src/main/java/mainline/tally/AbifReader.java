package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Aggregated Ballot Information Format: so many voters, a colon, and an order or scores. A token may be declared with the
 * name it stands for, {@code =DGM:[Doña García Márquez]}; lines in braces tell about the file.
 */
final class AbifReader {
    private static final Pattern BALLOT = Pattern.compile("([0-9]+)\\s*:(.*)");
    private static final Pattern NAMED = Pattern.compile("=\\s*([^:\\[\\]]+?)\\s*:\\s*\\[(.*)]");
    private static final Pattern NAMED_BEFORE = Pattern.compile("\\[(.*)]\\s*:\\s*([^:\\[\\]]+)");
    private static final Pattern SCORED = Pattern.compile("(.*)/\\s*([0-9]+)\\s*");
    private static final Pattern TITLE = Pattern.compile("\\{\\s*\"?title\"?\\s*[:=]\\s*\"?(.*?)\"?\\s*}");

    private final TextFile lines;
    private final Map<String, Integer> options = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    AbifReader(TextFile lines) {
        this.lines = lines;
    }

    static boolean isOne(String line) {
        return NAMED.matcher(line).matches()
                || line.matches("[0-9]+\\s*:\\s*[^,;>]+>.*")
                || line.matches("[0-9]+\\s*:\\s*[^,;>/]+/\\s*[0-9]+\\s*(,.*)?");
    }

    BallotFile read() {
        String title = "";
        for (int number = 1; number <= lines.count(); number++) {
            String line = line(number);
            Matcher ballot = BALLOT.matcher(line);
            if (TITLE.matcher(line).matches()) title = TITLE.matcher(line).replaceFirst("$1");
            if (NAMED.matcher(line).matches()) declare(number, line, NAMED, 1, 2);
            else if (NAMED_BEFORE.matcher(line).matches()) declare(number, line, NAMED_BEFORE, 2, 1);
            else if (ballot.matches())
                for (List<String> place : places(number, ballot.group(2))) place.forEach(this::option);
            else if (!line.isEmpty() && !line.startsWith("{"))
                throw lines.wrong(number, "a ballot must be a number of voters, a colon and an order");
        }
        if (options.isEmpty()) throw lines.wrong(lines.count(), "there are no candidates in it");
        Sheet sheet = new Sheet(lines, Format.ABIF, lines.options(lines.count(), String.valueOf(options.size())));
        for (int option = 1; option <= options.size(); option++) sheet.name(option, names.get(option - 1));
        sheet.title = title;
        for (int number = 1; number <= lines.count(); number++) {
            Matcher ballot = BALLOT.matcher(line(number));
            if (!ballot.matches()) continue;
            sheet.ranking(
                    number,
                    lines.number(number, ballot.group(1), "the number of voters", 1),
                    places(number, ballot.group(2)).stream()
                            .map(place -> place.stream().map(this::option).toList())
                            .toList());
        }
        return sheet.done();
    }

    private String line(int number) {
        return lines.get(number).replaceFirst("#.*", "").strip();
    }

    private void declare(int number, String line, Pattern pattern, int token, int name) {
        Matcher named = pattern.matcher(line);
        if (!named.matches()) return;
        if (options.containsKey(plain(named.group(token))))
            throw lines.wrong(number, "the candidate " + TextFile.quoted(plain(named.group(token))) + " comes twice");
        option(plain(named.group(token)));
        names.set(names.size() - 1, named.group(name));
    }

    private int option(String token) {
        return options.computeIfAbsent(token, _ -> {
            names.add(token);
            return names.size();
        });
    }

    private static String plain(String token) {
        String word = token.strip();
        boolean wrapped = word.length() > 1
                && ((word.startsWith("[") && word.endsWith("]")) || (word.startsWith("\"") && word.endsWith("\"")));
        return wrapped ? word.substring(1, word.length() - 1).strip() : word;
    }

    private List<List<String>> places(int number, String order) {
        if (order.isBlank()) return List.of();
        if (order.contains(",")) return byScore(number, order);
        return Arrays.stream(order.split(">", -1))
                .map(alike -> Arrays.stream(alike.split("=", -1))
                        .map(token -> name(number, token))
                        .toList())
                .toList();
    }

    private String name(int number, String token) {
        Matcher scored = SCORED.matcher(token);
        String name = plain(scored.matches() ? scored.group(1) : token);
        if (name.isEmpty()) throw lines.wrong(number, "the name of a candidate is missing");
        return name;
    }

    private List<List<String>> byScore(int number, String order) {
        var places = new TreeMap<Long, List<String>>();
        for (String token : order.split(",", -1)) {
            Matcher scored = SCORED.matcher(token);
            if (!scored.matches())
                throw lines.wrong(number, "the score is missing after " + TextFile.quoted(token.strip()));
            places.computeIfAbsent(-lines.number(number, scored.group(2), "a score", 0), _ -> new ArrayList<>())
                    .add(name(number, token));
        }
        return List.copyOf(places.values());
    }
}
