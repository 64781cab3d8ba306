package mainline.tally;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;

/**
 * Several projects under one budget: the method of equal shares of Peters and Skowron. Every voter gets an equal share of
 * the budget and pays, with the other supporters, for what they support; what has the most effective votes goes first.
 */
public final class EqualShares {

    /** What is done when the first round leaves money over. */
    public enum Completion {
        NONE,
        /** Rerun with one more unit for every voter as long as the projects cost no more than the budget. */
        ADD1
    }

    private EqualShares() {}

    /**
     * @param costs per option, in the unit of the budget
     * @param votes approvals: every option a ballot names is supported
     */
    public static SharesOutcome count(List<Long> costs, long budget, Votes votes, Completion completion, Lot lot) {
        return new SharesCount(costs, budget, 1, Support.ofApprovals(votes, costs), votes.total(), lot)
                .count(completion);
    }

    /**
     * The projects of a file; ballots that give points weigh by them. Costs and budget may have decimals, the share grows by whole units.
     *
     * @throws IllegalArgumentException when the file has neither costs nor a number of seats
     */
    public static SharesOutcome count(BallotFile file, Completion completion, Lot lot) {
        BigDecimal budget = file.budget() != null ? file.budget() : BigDecimal.valueOf(file.seats());
        List<BigDecimal> costs =
                file.costs().isEmpty() ? Collections.nCopies(file.options().size(), BigDecimal.ONE) : file.costs();
        if (budget.signum() == 0 && file.costs().isEmpty()) throw new IllegalArgumentException("no budget");
        int decimals = Math.max(0, budget.stripTrailingZeros().scale());
        for (BigDecimal cost : costs)
            decimals = Math.max(decimals, cost.stripTrailingZeros().scale());
        int moved = decimals;
        long unit = BigDecimal.TEN.pow(moved).longValueExact();
        List<Long> whole = costs.stream()
                .map(cost -> cost.movePointRight(moved).longValueExact())
                .toList();
        Support support = file.points().isEmpty()
                ? Support.ofApprovals(file.votes(), whole)
                : Support.ofPoints(file.points(), file.options().size());
        return new SharesCount(
                        whole,
                        budget.movePointRight(moved).longValueExact(),
                        unit,
                        support,
                        file.votes().total(),
                        lot)
                .count(completion);
    }
}
