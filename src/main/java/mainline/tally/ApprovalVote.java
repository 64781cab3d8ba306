package mainline.tally;

import java.math.BigDecimal;
import java.util.stream.LongStream;

/** Approval: the seats go to the options with the most approvals, each with at least so many; a tie at the border keeps all. */
public final class ApprovalVote {
    private ApprovalVote() {}

    /** The least number of approvals among so many eligible: the larger of 3 and the square root, never more than all. */
    public static long least(long eligible) {
        return Math.min(
                eligible, Math.max(3, Quorum.ofRoot(BigDecimal.ONE, eligible).least()));
    }

    /** @param least 0 for none; an option nobody approves of never wins */
    public static ApprovalOutcome count(Votes votes, int seats, long least) {
        long[] approvals = approvals(votes);
        Leading leading = Leading.of(approvals, option -> approvals[option - 1] >= Math.max(1, least), seats);
        return new ApprovalOutcome(
                LongStream.of(approvals).boxed().toList(),
                votes.total(),
                seats,
                least,
                leading.border(),
                leading.winners());
    }

    private static long[] approvals(Votes votes) {
        long[] approvals = new long[votes.options()];
        for (int row = 0; row < votes.size(); row++)
            for (int option = 1; option <= approvals.length; option++)
                if (votes.named(row, option)) approvals[option - 1] += votes.weight(row);
        return approvals;
    }
}
