package mainline.tally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;

/**
 * What the method of equal shares came to.
 *
 * @param unit costs, budget, share and prices are in parts of which so many make one; 1 where costs have no decimals
 * @param share what every voter could spend in the round that counts
 * @param reruns how often the share was raised
 * @param chosen in the order of choosing, in that round
 * @param unaffordable projects whose supporters had too little left, in that round
 * @param why why the share was not raised further
 */
public record SharesOutcome(
        long voters,
        long unit,
        long budget,
        List<Long> costs,
        List<Long> approvals,
        BigDecimal share,
        int reruns,
        List<Choice> chosen,
        Set<Integer> unaffordable,
        Stop why)
        implements Outcome {
    public enum Stop {
        /** No completion was asked for. */
        ONCE,
        /** With more to spend per voter the projects would cost more than the budget. */
        OVER_BUDGET,
        /** Every project that anybody supports was chosen. */
        ALL_CHOSEN
    }

    /**
     * @param effectiveVotes cost divided by the most any supporter pays, to two decimals; for points, points per unit of cost
     * @param pays the most any one supporter pays, to two decimals
     * @param tied those among whom the choice fell when nothing but the lot told them apart, or empty
     */
    public record Choice(
            int option, long cost, long supporters, BigDecimal effectiveVotes, BigDecimal pays, Set<Integer> tied) {}

    /** An amount in whole units, with the decimals that it had. */
    public BigDecimal amount(BigDecimal parts) {
        return unit == 1 ? parts : parts.divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP);
    }

    public BigDecimal amount(long parts) {
        return amount(BigDecimal.valueOf(parts));
    }

    public long spent() {
        return chosen.stream().mapToLong(Choice::cost).sum();
    }

    @Override
    public List<Integer> winners() {
        return chosen.stream().map(Choice::option).toList();
    }
}
