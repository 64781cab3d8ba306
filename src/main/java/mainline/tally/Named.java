package mainline.tally;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Options that only the ballots name: as they come, or by number where all of them are numbers. */
final class Named {
    private final Set<String> seen = new LinkedHashSet<>();
    private Map<String, Integer> numbers = Map.of();

    void add(String name) {
        if (!name.isEmpty()) seen.add(name);
    }

    Sheet sheet(Table table) {
        TextFile lines = table.lines();
        if (seen.isEmpty()) throw lines.wrong(table.heading(), "there are no ballots in it");
        boolean counted = seen.stream().allMatch(name -> name.matches("[0-9]{1,9}"));
        List<String> names = counted
                ? seen.stream().sorted(Comparator.comparing(Integer::valueOf)).toList()
                : List.copyOf(seen);
        numbers = IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, at -> at + 1));
        Sheet sheet = new Sheet(lines, Format.CSV, lines.options(table.heading(), String.valueOf(names.size())));
        numbers.forEach((name, option) -> sheet.name(option, name));
        return sheet;
    }

    int number(String name) {
        return numbers.getOrDefault(name, 0);
    }
}
