package mainline.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mainline.tally.SharesOutcome.Filled;

/**
 * Fills the seats that equal shares leave open by Phragmén's sequential rule: everybody earns alike from what they have left, and
 * the first option whose supporters have a seat's price together is elected; they begin again from nothing.
 */
final class Phragmen {
    private final SharesRound round;
    private final SharesScale scale;
    private final Support support;
    private final Ties ties;
    private final long[] approvals;
    /** How much everybody had earned when somebody was elected. */
    private final List<Fraction> elections = new ArrayList<>();
    /** Per row the last of those elections for which it paid, or -1. */
    private final int[] paid;

    Phragmen(SharesRound round, SharesScale scale, Support support, Ties ties) {
        this.round = round;
        this.scale = scale;
        this.support = support;
        this.ties = ties;
        approvals = support.approvals();
        paid = new int[support.weights().length];
        Arrays.fill(paid, -1);
    }

    List<Filled> fill() {
        List<Filled> filled = new ArrayList<>();
        boolean[] taken = new boolean[approvals.length];
        round.chosen().forEach(each -> taken[each.option() - 1] = true);
        long room = scale.budget() - round.spent();
        while (true) {
            long left = room;
            TreeMap<Fraction, List<Integer>> byEarnings = new TreeMap<>();
            IntStream.range(0, approvals.length)
                    .filter(option -> approvals[option] > 0 && !taken[option])
                    .filter(option -> scale.costs().get(option) <= left)
                    .forEach(option -> byEarnings
                            .computeIfAbsent(needed(option), _ -> new ArrayList<>())
                            .add(option));
            if (byEarnings.isEmpty()) return filled;
            Map.Entry<Fraction, List<Integer>> first = byEarnings.firstEntry();
            Ties.Pick pick = ties.pick(first.getValue());
            taken[pick.option()] = true;
            room -= scale.costs().get(pick.option());
            pay(pick.option(), first.getKey());
            filled.add(Filled.of(pick, scale.costs().get(pick.option()), approvals[pick.option()])
                    .after(new BigDecimal(first.getKey().over())
                            .divide(new BigDecimal(first.getKey().under()), 2, RoundingMode.HALF_UP)));
        }
    }

    private void pay(int option, Fraction earned) {
        for (int row : support.rows()[option]) paid[row] = elections.size();
        elections.add(earned);
    }

    /** How much everybody must have earned until the supporters can pay for the option. */
    private Fraction needed(int option) {
        int[] rows = support.rows()[option];
        boolean[] rest = new boolean[rows.length];
        long[] begun = new long[elections.size()];
        for (int i = 0; i < rows.length; i++) {
            rest[i] = paid[rows[i]] < 0;
            if (!rest[i]) begun[paid[rows[i]]] += support.weights()[rows[i]];
        }
        Fraction missing = round.missing(option, rest);
        for (int at = 0; at < begun.length; at++)
            if (begun[at] > 0) missing = missing.plus(elections.get(at).times(begun[at]));
        return missing.by(approvals[option]);
    }
}
