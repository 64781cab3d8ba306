package mainline.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The options with the most of what is counted. More than there are seats may lead, since a tie at the border keeps all.
 *
 * @param border those that share the last seats, when they are more than the seats that were left
 * @param winners the first first
 */
record Leading(Set<Integer> border, List<Integer> winners) {
    /**
     * @param counted per option
     * @param isOpen whether an option can win at all
     */
    static Leading of(long[] counted, IntPredicate isOpen, int seats) {
        List<Integer> open = IntStream.rangeClosed(1, counted.length)
                .filter(isOpen)
                .boxed()
                .sorted(Comparator.comparingLong((Integer option) -> -counted[option - 1])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Integer> winners = new ArrayList<>(open.subList(0, Math.min(seats, open.size())));
        Set<Integer> border = new TreeSet<>();
        if (open.size() > seats && seats > 0) {
            long last = counted[open.get(seats - 1) - 1];
            if (counted[open.get(seats) - 1] == last) {
                open.stream().filter(option -> counted[option - 1] == last).forEach(border::add);
                border.stream().filter(option -> !winners.contains(option)).forEach(winners::add);
            }
        }
        return new Leading(border, List.copyOf(winners));
    }
}
