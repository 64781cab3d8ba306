package mainline.tally;

import java.util.List;
import java.util.Set;

/**
 * What an approval vote came to: the most approved first. More options than seats may win, since a tie at the border keeps all.
 *
 * @param approvals per option
 * @param least approvals that an option needs
 * @param border those that share the last seats, when they are more than the seats that were left
 */
public record ApprovalOutcome(
        List<Long> approvals, long voters, int seats, long least, Set<Integer> border, List<Integer> winners)
        implements Outcome {
    public long approvals(int option) {
        return approvals.get(option - 1);
    }
}
