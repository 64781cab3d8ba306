package mainline.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mainline.tally.EqualShares.Completion;
import mainline.tally.SharesOutcome.Filled;
import mainline.tally.SharesOutcome.Stop;

/** One count by equal shares: its first round, and what its completion adds. */
final class SharesCount {
    private final SharesScale scale;
    private final Support support;
    private final Ties ties;
    private final long[] approvals;
    private final long supported;

    SharesCount(SharesScale scale, Support support, Ties ties) {
        this.scale = scale;
        this.support = support;
        this.ties = ties;
        approvals = support.approvals();
        supported = LongStream.of(approvals).filter(count -> count > 0).count();
    }

    SharesOutcome count(Completion completion) {
        SharesRound first = round(scale.share(), Long.MAX_VALUE);
        return switch (completion) {
            case NONE -> outcome(completion, first, 0, List.of(), Stop.ONCE);
            case ADD1, EXHAUSTIVE -> raised(completion, first);
            case FULL -> filled(first);
            case PHRAGMEN ->
                outcome(completion, first, 0, new Phragmen(first, scale, support, ties).fill(), Stop.FILLED);
            case APPROVALS -> outcome(completion, first, 0, mostApproved(first), Stop.FILLED);
        };
    }

    private SharesRound round(long share, long most) {
        return new SharesRound(scale.costs(), support, approvals, share, most, ties).run();
    }

    private SharesOutcome raised(Completion completion, SharesRound first) {
        SharesRound kept = first;
        for (int reruns = 0; ; reruns++) {
            if (kept.chosen().size() == supported || scale.voters() == 0)
                return outcome(completion, kept, reruns, List.of(), Stop.ALL_CHOSEN);
            if (completion == Completion.EXHAUSTIVE && !anyFits(kept))
                return outcome(completion, kept, reruns, List.of(), Stop.NOTHING_FITS);
            SharesRound next = round(kept.share() + scale.step(), Long.MAX_VALUE);
            if (next.spent() > scale.budget()) return outcome(completion, kept, reruns, List.of(), Stop.OVER_BUDGET);
            kept = next;
        }
    }

    /** Whether a project that anybody supports could still be paid from what is left of the budget. */
    private boolean anyFits(SharesRound round) {
        return open(round).anyMatch(option -> scale.costs().get(option) <= scale.budget() - round.spent());
    }

    private IntStream open(SharesRound round) {
        boolean[] taken = new boolean[approvals.length];
        round.chosen().forEach(each -> taken[each.option() - 1] = true);
        return IntStream.range(0, approvals.length).filter(option -> approvals[option] > 0 && !taken[option]);
    }

    /** With more for every voter until the seats are full; nobody gets a seat that is not there. */
    private SharesOutcome filled(SharesRound first) {
        SharesRound kept = first;
        int reruns = 0;
        for (; anyFits(kept); reruns++) kept = round(kept.share() + scale.step(), scale.budget());
        return outcome(Completion.FULL, kept, reruns, List.of(), Stop.FILLED);
    }

    private List<Filled> mostApproved(SharesRound round) {
        List<Filled> filled = new ArrayList<>();
        List<Integer> open = new ArrayList<>(open(round).boxed().toList());
        long room = scale.budget() - round.spent();
        while (true) {
            long left = room;
            open.removeIf(option -> scale.costs().get(option) > left);
            if (open.isEmpty()) return filled;
            long most =
                    open.stream().mapToLong(option -> approvals[option]).max().orElseThrow();
            Ties.Pick pick = ties.pick(
                    open.stream().filter(option -> approvals[option] == most).toList());
            filled.add(Filled.of(pick, scale.costs().get(pick.option()), approvals[pick.option()]));
            room -= scale.costs().get(pick.option());
            open.removeIf(option -> option == pick.option());
        }
    }

    private SharesOutcome outcome(Completion completion, SharesRound round, int reruns, List<Filled> filled, Stop why) {
        return new SharesOutcome(
                completion,
                scale.voters(),
                scale.unit(),
                scale.budget(),
                scale.costs(),
                Arrays.stream(approvals).boxed().toList(),
                java.math.BigDecimal.valueOf(round.share()),
                java.math.BigDecimal.valueOf(scale.step()),
                reruns,
                round.chosen(),
                filled,
                round.unaffordable(),
                why);
    }
}
