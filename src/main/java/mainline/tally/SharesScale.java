package mainline.tally;

import java.math.BigDecimal;
import java.util.List;

/**
 * Costs and budget in parts so small that every figure of a count by equal shares is whole.
 *
 * @param unit so many parts make one
 * @param share of each voter in the first round
 * @param step by how much a rerun raises it
 * @param seats whether every option costs one seat
 */
record SharesScale(List<Long> costs, long budget, long unit, long voters, long share, long step, boolean seats) {

    SharesScale {
        costs = List.copyOf(costs);
    }

    /** @throws ArithmeticException when they are too large or have too many decimals */
    static SharesScale of(List<BigDecimal> costs, BigDecimal budget) {
        int most = Math.max(0, budget.stripTrailingZeros().scale());
        for (BigDecimal cost : costs)
            most = Math.max(most, cost.stripTrailingZeros().scale());
        int decimals = most;
        List<Long> whole = costs.stream()
                .map(cost -> cost.movePointRight(decimals).longValueExact())
                .toList();
        long unit = BigDecimal.TEN.pow(decimals).longValueExact();
        return new SharesScale(whole, budget.movePointRight(decimals).longValueExact(), unit, 0, 0, unit, false);
    }

    /** Shares begin at whole units where reruns add one, as published, and exactly where pabutools counts. */
    SharesScale forVoters(long count, EqualShares.Completion completion) {
        if (count == 0) return this;
        if (completion == EqualShares.Completion.ADD1 || completion == EqualShares.Completion.NONE)
            return new SharesScale(costs, budget, unit, count, budget / unit / count * unit, unit, false);
        SharesScale finer = times(count);
        return new SharesScale(finer.costs, finer.budget, finer.unit, count, budget, finer.unit, false);
    }

    /** A seat is shared exactly, and a rerun gives all voters together one seat more. */
    SharesScale forSeats(long count) {
        if (count == 0) return this;
        SharesScale finer = times(count);
        return new SharesScale(finer.costs, finer.budget, finer.unit, count, budget, unit, true);
    }

    private SharesScale times(long factor) {
        List<Long> finer =
                costs.stream().map(cost -> Math.multiplyExact(cost, factor)).toList();
        return new SharesScale(
                finer,
                Math.multiplyExact(budget, factor),
                Math.multiplyExact(unit, factor),
                voters,
                share,
                step,
                seats);
    }

    SharesOutcome count(Support support, EqualShares.Completion completion, Lot lot) {
        long[] approvals = support.approvals();
        return new SharesCount(this, support, Ties.of(approvals, costs, lot)).count(completion);
    }
}
