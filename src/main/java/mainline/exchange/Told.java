package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an import leaves out and what it changes, counted by kind, so that nothing goes without a word. */
final class Told {
    private final Map<String, Count> leftOut = new TreeMap<>();
    private final Map<String, Count> changed = new TreeMap<>();

    private record Count(String one, String many, int number) {
        Count plus(int more) {
            return new Count(one, many, number + more);
        }

        String told() {
            return counted(number, one, many);
        }
    }

    /** The number with the right one of two words. */
    static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    void leftOut(String one, String many) {
        add(leftOut, new Count(one, many, 1));
    }

    void changed(String one, String many) {
        add(changed, new Count(one, many, 1));
    }

    private static void add(Map<String, Count> counts, Count more) {
        counts.merge(more.one(), more, (known, another) -> known.plus(another.number()));
    }

    List<String> leftOut() {
        return lines(leftOut);
    }

    List<String> changed() {
        return lines(changed);
    }

    private static List<String> lines(Map<String, Count> counts) {
        return new ArrayList<>(counts.values().stream().map(Count::told).toList());
    }
}
