package mainline.tally;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import mainline.tally.EqualShares.Completion;
import mainline.tally.SharesOutcome.Stop;

/** One count by equal shares: its rounds with a growing share per voter. */
final class SharesCount {
    private final List<Long> costs;
    private final long budget;
    private final long unit;
    private final Support support;
    private final long voters;
    private final Lot lot;
    private final long[] approvals;

    /** @param unit by how much the share grows: costs and budget are given in such parts */
    SharesCount(List<Long> costs, long budget, long unit, Support support, long voters, Lot lot) {
        this.costs = costs;
        this.budget = budget;
        this.unit = unit;
        this.support = support;
        this.voters = voters;
        this.lot = lot;
        approvals = new long[costs.size()];
        for (int row = 0; row < support.weights().length; row++)
            for (int option : support.options()[row]) approvals[option] += support.weights()[row];
    }

    SharesOutcome count(Completion completion) {
        if (voters == 0) return outcome(0, 0, new SharesRound.Result(List.of(), Set.of()), Stop.ALL_CHOSEN);
        long supported = LongStream.of(approvals).filter(count -> count > 0).count();
        long share = budget / unit / voters * unit;
        int reruns = 0;
        SharesRound.Result kept = round(share);
        while (true) {
            if (completion == Completion.NONE) return outcome(share, reruns, kept, Stop.ONCE);
            if (kept.chosen().size() == supported) return outcome(share, reruns, kept, Stop.ALL_CHOSEN);
            SharesRound.Result next = round(share + unit);
            if (cost(next).compareTo(BigDecimal.valueOf(budget)) > 0)
                return outcome(share, reruns, kept, Stop.OVER_BUDGET);
            kept = next;
            share += unit;
            reruns++;
        }
    }

    private SharesRound.Result round(long share) {
        return new SharesRound(costs, support, approvals, share, lot).run();
    }

    private static BigDecimal cost(SharesRound.Result result) {
        return result.chosen().stream()
                .map(each -> BigDecimal.valueOf(each.cost()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private SharesOutcome outcome(long share, int reruns, SharesRound.Result result, Stop why) {
        return new SharesOutcome(
                voters,
                unit,
                budget,
                costs,
                LongStream.of(approvals).boxed().toList(),
                BigDecimal.valueOf(share),
                reruns,
                result.chosen(),
                result.unaffordable(),
                why);
    }
}
