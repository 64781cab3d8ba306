package mainline.tally;

import java.util.List;
import java.util.Set;

/**
 * What a plurality vote came to.
 *
 * @param votes per option
 * @param least votes that an option needs
 * @param tied those that share the most votes, when they are several; then nothing wins
 */
public record PluralityOutcome(List<Long> votes, long voters, long least, Set<Integer> tied, List<Integer> winners)
        implements Outcome {
    public long votes(int option) {
        return votes.get(option - 1);
    }
}
