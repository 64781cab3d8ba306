package mainline.tally;

import java.util.List;
import java.util.Map;

/**
 * What a plain majority vote over first preferences came to.
 *
 * @param votes first preferences per option
 * @param valid ballots with exactly one first preference
 * @param quorum votes the winner needs
 * @param ratios what an option needs against all others together; an option not named needs more than half
 */
public record MajorityOutcome(
        List<Long> votes, long valid, long voters, Quorum quorum, Map<Integer, Ratio> ratios, List<Integer> winners)
        implements Outcome {
    public long votes(int option) {
        return votes.get(option - 1);
    }
}
