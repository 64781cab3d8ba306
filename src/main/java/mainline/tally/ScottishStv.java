package mainline.tally;

import static mainline.tally.SeatsOutcome.UNIT;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mainline.tally.SeatsOutcome.Act;
import mainline.tally.SeatsOutcome.Stage;
import mainline.tally.SeatsOutcome.Tie;

/**
 * Single transferable vote as in Scottish council elections (SSI 2007/42, rules 45 to 52): every paper of an elected option
 * passes on at a value cut to five decimals, one surplus or one exclusion at a stage. A paper counts up to its first tie.
 */
public final class ScottishStv {
    private static final byte CONTINUING = 0;
    private static final byte PENDING = 1;
    private static final byte DONE = 2;

    private final Votes votes;
    private final int options;
    private final int seats;
    private final Lot lot;
    private final int[][] preferences;
    private final int[] at;
    private final long[] value;
    private final byte[] state;
    private final long[] tally;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Integer> winners = new ArrayList<>();
    private long exhausted;
    private long lost;
    private long quota;

    private ScottishStv(Votes votes, int seats, Lot lot) {
        this.votes = votes;
        this.seats = seats;
        this.lot = lot;
        options = votes.options();
        preferences = new int[votes.size()][];
        at = new int[votes.size()];
        value = new long[votes.size()];
        Arrays.fill(value, UNIT);
        state = new byte[options + 1];
        tally = new long[options + 1];
        votes.withdrawn().forEach(option -> state[option] = DONE);
    }

    /**
     * @param seats at least 1
     * @throws ArithmeticException when there are more voters than five decimals leave room for
     */
    public static SeatsOutcome count(Votes votes, int seats, Lot lot) {
        if (seats < 1) throw new IllegalArgumentException("no seats");
        Math.multiplyExact(votes.total(), UNIT);
        return new ScottishStv(votes, seats, lot).count();
    }

    private SeatsOutcome count() {
        long valid = 0;
        for (int row = 0; row < preferences.length; row++) {
            preferences[row] = preferences(row);
            if (preferences[row].length == 0) continue;
            valid += votes.weight(row);
            tally[preferences[row][0]] += votes.weight(row) * UNIT;
        }
        quota = Math.multiplyExact(valid / (seats + 1L) + 1, UNIT);
        stage(Act.FIRST_PREFERENCES, 0, tally.clone(), new Choice(0, Set.of(), Tie.NONE), 0);
        while (winners.size() < seats && IntStream.rangeClosed(1, options).anyMatch(is(CONTINUING))) {
            if (IntStream.rangeClosed(1, options).anyMatch(is(PENDING))) transferSurplus();
            else exclude();
        }
        return new SeatsOutcome(seats, votes.total(), valid, quota / UNIT, List.copyOf(stages), List.copyOf(winners));
    }

    private IntPredicate is(byte wanted) {
        return option -> state[option] == wanted;
    }

    private int[] preferences(int row) {
        return votes.places(row).stream()
                .takeWhile(place -> place.size() == 1)
                .mapToInt(place -> place.iterator().next())
                .toArray();
    }

    private void transferSurplus() {
        Choice choice = pick(is(PENDING), true);
        int option = choice.option();
        long held = tally[option];
        long surplus = held - quota;
        state[option] = DONE;
        long[] before = tally.clone();
        tally[option] = quota;
        long given = 0;
        for (int row = 0; row < preferences.length; row++) {
            if (!holds(option, row)) continue;
            value[row] = share(surplus, value[row], held);
            given += votes.weight(row) * value[row];
            passOn(row);
        }
        lost += surplus - given;
        stage(Act.SURPLUS, option, before, choice, share(surplus, UNIT, held));
    }

    private void exclude() {
        Choice choice = pick(is(CONTINUING), false);
        int option = choice.option();
        state[option] = DONE;
        long[] before = tally.clone();
        tally[option] = 0;
        for (int row = 0; row < preferences.length; row++) if (holds(option, row)) passOn(row);
        stage(Act.EXCLUSION, option, before, choice, 0);
    }

    private boolean holds(int option, int row) {
        return at[row] < preferences[row].length && preferences[row][at[row]] == option;
    }

    private void passOn(int row) {
        int[] order = preferences[row];
        while (at[row] < order.length && state[order[at[row]]] != CONTINUING) at[row]++;
        long worth = votes.weight(row) * value[row];
        if (at[row] < order.length) tally[order[at[row]]] += worth;
        else exhausted += worth;
    }

    /** Cut to five decimals. */
    private static long share(long surplus, long value, long held) {
        if (Math.multiplyHigh(surplus, value) == 0 && surplus * value >= 0) return surplus * value / held;
        return BigInteger.valueOf(surplus)
                .multiply(BigInteger.valueOf(value))
                .divide(BigInteger.valueOf(held))
                .longValueExact();
    }

    private void stage(Act act, int option, long[] before, Choice choice, long perPaper) {
        List<Integer> elected = new ArrayList<>(byVotes(each -> state[each] == CONTINUING && tally[each] >= quota));
        for (int each : elected) state[each] = tally[each] > quota ? PENDING : DONE;
        List<Integer> rest = byVotes(is(CONTINUING));
        if (rest.size() <= seats - winners.size() - elected.size()) {
            elected.addAll(rest);
            rest.forEach(each -> state[each] = DONE);
        }
        winners.addAll(elected);
        stages.add(new Stage(
                act,
                option,
                LongStream.of(tally).skip(1).boxed().toList(),
                IntStream.rangeClosed(1, options)
                        .mapToObj(each -> tally[each] - before[each])
                        .toList(),
                exhausted,
                lost,
                List.copyOf(elected),
                choice.tied(),
                choice.tie(),
                perPaper));
    }

    private List<Integer> byVotes(IntPredicate among) {
        return IntStream.rangeClosed(1, options)
                .filter(among)
                .boxed()
                .sorted(Comparator.comparingLong((Integer each) -> -tally[each])
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private record Choice(int option, Set<Integer> tied, Tie tie) {}

    /** The highest or the lowest; if several, the one that was so at the latest earlier stage where they differed; then the lot. */
    private Choice pick(IntPredicate among, boolean highest) {
        List<Integer> left = extremes(
                IntStream.rangeClosed(1, options).filter(among).boxed().toList(),
                LongStream.of(tally).skip(1).boxed().toList(),
                highest);
        if (left.size() == 1) return new Choice(left.getFirst(), Set.of(), Tie.NONE);
        Set<Integer> tied = new TreeSet<>(left);
        for (int stage = stages.size() - 2; stage >= 0 && left.size() > 1; stage--)
            left = extremes(left, stages.get(stage).votes(), highest);
        if (left.size() == 1) return new Choice(left.getFirst(), tied, Tie.EARLIER_STAGE);
        return new Choice(lot.draw(left), tied, Tie.LOT);
    }

    private static List<Integer> extremes(List<Integer> those, List<Long> votes, boolean highest) {
        long wanted = highest
                ? those.stream().mapToLong(each -> votes.get(each - 1)).max().orElseThrow()
                : those.stream().mapToLong(each -> votes.get(each - 1)).min().orElseThrow();
        return those.stream().filter(each -> votes.get(each - 1) == wanted).toList();
    }
}
