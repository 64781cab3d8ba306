package mainline.tally;

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
        return new SharesCount(costs, budget, 1, Support.ofApprovals(votes, costs), votes.total(), lot).count(completion);
    }
}
