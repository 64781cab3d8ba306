package mainline.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the method of equal shares came to.
 *
 * @param completion what was done with the money that the first round left over
 * @param unit costs, budget, share and prices are in parts of which so many make one
 * @param share what every voter could spend in the round that counts
 * @param step by how much a rerun raised the share
 * @param reruns how often the share was raised
 * @param chosen in the order of choosing, in that round
 * @param filled what got the rest by another rule, after them
 * @param unaffordable projects whose supporters had too little left, in that round
 * @param why why the share was not raised further
 */
public record SharesOutcome(
        EqualShares.Completion completion,
        long voters,
        long unit,
        long budget,
        List<Long> costs,
        List<Long> approvals,
        BigDecimal share,
        BigDecimal step,
        int reruns,
        List<Choice> chosen,
        List<Filled> filled,
        Set<Integer> unaffordable,
        Stop why)
        implements Outcome {
    public enum Stop {
        /** No completion was asked for. */
        ONCE,
        /** With more to spend per voter the projects would cost more than the budget. */
        OVER_BUDGET,
        /** Every project that anybody supports was chosen. */
        ALL_CHOSEN,
        /** No other project that anybody supports costs as little as was left of the budget. */
        NOTHING_FITS,
        /** The rest was filled, as far as anybody supports anything. */
        FILLED
    }

    /**
     * @param effectiveVotes cost divided by the most any supporter pays, to two decimals; for points, points per unit of cost
     * @param pays the most any one supporter pays, to two decimals
     * @param tied those among whom the choice fell when nothing but the lot told them apart, or empty
     */
    public record Choice(
            int option, long cost, long supporters, BigDecimal effectiveVotes, BigDecimal pays, Set<Integer> tied) {}

    /**
     * @param earned what everybody had earned by then beyond their share, to two decimals; 0 when the most approved fill
     * @param tied those among whom the lot was drawn, or empty
     */
    public record Filled(int option, long cost, long supporters, BigDecimal earned, Set<Integer> tied) {
        static Filled of(Ties.Pick pick, long cost, long supporters) {
            return new Filled(pick.option() + 1, cost, supporters, BigDecimal.ZERO, fromOne(pick.drawn()));
        }

        Filled after(BigDecimal all) {
            return new Filled(option, cost, supporters, all, tied);
        }
    }

    static Set<Integer> fromOne(Set<Integer> options) {
        return options.stream().map(option -> option + 1).collect(Collectors.toCollection(TreeSet::new));
    }

    /** An amount in whole units: whole, or to two decimals. */
    public BigDecimal amount(BigDecimal parts) {
        BigDecimal whole = BigDecimal.valueOf(unit);
        if (unit == 1) return parts;
        return parts.divide(whole, parts.remainder(whole).signum() == 0 ? 0 : 2, RoundingMode.HALF_UP);
    }

    public BigDecimal amount(long parts) {
        return amount(BigDecimal.valueOf(parts));
    }

    public long spent() {
        return chosen.stream().mapToLong(Choice::cost).sum()
                + filled.stream().mapToLong(Filled::cost).sum();
    }

    @Override
    public List<Integer> winners() {
        return Stream.concat(
                        chosen.stream().map(Choice::option), filled.stream().map(Filled::option))
                .toList();
    }
}
