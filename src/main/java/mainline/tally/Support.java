package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who supports what, voters who support the same put together: one row each. Options count from 0 here.
 *
 * @param weights voters per row
 * @param options what a row supports
 * @param given how much, beside {@code options}: 1 for an approval, or points
 * @param rows the same the other way round: per option the rows that support it
 * @param units how much, beside {@code rows}
 * @param scales what one unit of an option is worth: its cost for approvals, one unit of money for points
 */
record Support(long[] weights, int[][] options, long[][] given, int[][] rows, long[][] units, long[] scales) {

    static Support ofApprovals(Votes votes, List<Long> costs) {
        var builder = new Builder();
        int[] named = new int[votes.options()];
        for (int row = 0; row < votes.size(); row++) {
            int count = 0;
            for (int option = 1; option <= named.length; option++)
                if (votes.named(row, option)) named[count++] = option - 1;
            long[] ones = new long[count];
            Arrays.fill(ones, 1);
            builder.add(votes.weight(row), Arrays.copyOf(named, count), ones);
        }
        return builder.build(costs.stream().mapToLong(Long::longValue).toArray());
    }

    /** @param unit so many parts of the costs make one */
    static Support ofPoints(Iterable<long[]> points, int options, long unit) {
        var builder = new Builder();
        for (long[] given : points) {
            int[] named = IntStream.range(0, options)
                    .filter(option -> given[option] > 0)
                    .toArray();
            builder.add(
                    1,
                    named,
                    Arrays.stream(named).mapToLong(option -> given[option]).toArray());
        }
        long[] ones = new long[options];
        Arrays.fill(ones, unit);
        return builder.build(ones);
    }

    /** Voters per option. */
    long[] approvals() {
        long[] approvals = new long[rows.length];
        for (int row = 0; row < weights.length; row++)
            for (int option : options[row]) approvals[option] += weights[row];
        return approvals;
    }

    private static final class Builder {
        private record Row(List<Integer> options, List<Long> units) {}

        private final Map<Row, Long> rows = new LinkedHashMap<>();

        void add(long weight, int[] options, long[] units) {
            if (weight > 0 && options.length > 0)
                rows.merge(
                        new Row(
                                Arrays.stream(options).boxed().toList(),
                                Arrays.stream(units).boxed().toList()),
                        weight,
                        Math::addExact);
        }

        Support build(long[] scales) {
            List<Row> distinct = List.copyOf(rows.keySet());
            long[] weights = rows.values().stream().mapToLong(Long::longValue).toArray();
            var byOption = new ArrayList<List<Integer>>();
            var unitsByOption = new ArrayList<List<Long>>();
            for (int option = 0; option < scales.length; option++) {
                byOption.add(new ArrayList<>());
                unitsByOption.add(new ArrayList<>());
            }
            for (int row = 0; row < weights.length; row++)
                for (int at = 0; at < distinct.get(row).options().size(); at++) {
                    int option = distinct.get(row).options().get(at);
                    byOption.get(option).add(row);
                    unitsByOption.get(option).add(distinct.get(row).units().get(at));
                }
            return new Support(
                    weights,
                    ints(distinct.stream().map(Row::options)),
                    longs(distinct.stream().map(Row::units)),
                    ints(byOption.stream()),
                    longs(unitsByOption.stream()),
                    scales);
        }

        private static int[][] ints(Stream<List<Integer>> lists) {
            return lists.map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new);
        }

        private static long[][] longs(Stream<List<Long>> lists) {
            return lists.map(list -> list.stream().mapToLong(Long::longValue).toArray())
                    .toArray(long[][]::new);
        }
    }
}
