package mainline.tally;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Several projects under one budget, or several seats: the method of equal shares of Peters and Skowron. Every voter gets an
 * equal share of the budget and pays, with the other supporters, for what they support; what has the most effective votes goes
 * first.
 */
public final class EqualShares {

    /** What is done when the first round leaves money over. Published figures differ by it, so every outcome names its own. */
    public enum Completion {
        /** Nothing. */
        NONE,
        /** Rerun with one more unit for every voter as long as the projects cost no more than the budget; Wieliczka counted so. */
        ADD1,
        /** The same, but it ends with the first round after which no project fits the rest; the figures of pabutools. */
        EXHAUSTIVE,
        /** For seats: rerun with more for every voter until the seats are full; the increments of abcvoting. */
        FULL,
        /** For seats: those left go as Phragmén's sequential rule gives them; the rule equal-shares of abcvoting. */
        PHRAGMEN,
        /** What is left goes to the most approved that fits, and so on; abcvoting with AV, greedy elsewhere. */
        APPROVALS;

        /** As the command line and the JSON write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isForSeats() {
            return this == FULL || this == PHRAGMEN;
        }
    }

    private EqualShares() {}

    /**
     * @param costs per option, in the unit of the budget
     * @param votes approvals: every option a ballot names is supported
     */
    public static SharesOutcome count(List<Long> costs, long budget, Votes votes, Completion completion, Lot lot) {
        if (completion.isForSeats()) throw new IllegalArgumentException(completion + " fills seats");
        SharesScale scale = SharesScale.of(
                        costs.stream().map(BigDecimal::valueOf).toList(), BigDecimal.valueOf(budget))
                .forVoters(votes.total(), completion);
        return scale.count(Support.ofApprovals(votes, scale.costs()), completion, lot);
    }

    /** How a file is completed unless somebody says otherwise: seats are to be filled, a budget is not to be overrun. */
    public static Completion usual(BallotFile file) {
        return file.costs().isEmpty() ? Completion.PHRAGMEN : Completion.ADD1;
    }

    /**
     * The projects of a file, or its options at one seat each; ballots that give points weigh by them.
     *
     * @throws IllegalArgumentException when the file has neither a budget nor a number of seats, or the completion is for seats and
     *     it has costs
     */
    public static SharesOutcome count(BallotFile file, Completion completion, Lot lot) {
        BigDecimal budget = file.budget() != null ? file.budget() : BigDecimal.valueOf(file.seats());
        boolean seats = file.costs().isEmpty();
        if (budget.signum() == 0 && seats) throw new IllegalArgumentException("no budget");
        if (completion.isForSeats() && !seats) throw new IllegalArgumentException(completion + " fills seats");
        List<BigDecimal> costs = seats ? Collections.nCopies(file.options().size(), BigDecimal.ONE) : file.costs();
        SharesScale scale = SharesScale.of(costs, budget);
        scale = seats
                ? scale.forSeats(file.votes().total())
                : scale.forVoters(file.votes().total(), completion);
        Support support = file.points().isEmpty()
                ? Support.ofApprovals(file.votes(), scale.costs())
                : Support.ofPoints(file.points(), file.options().size(), scale.unit());
        return scale.count(support, completion, lot);
    }
}
