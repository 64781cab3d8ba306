package mainline.tally;

import java.util.List;
import java.util.Set;

/**
 * What a ranked vote came to. The option that wins is first in {@code winners}; it may be the default option, and then
 * nothing changes.
 *
 * @param pairwise {@code pairwise[a - 1][b - 1]} voters prefer a to b
 * @param defaultOption its number, or 0
 * @param dropped what missed the quorum or its majority against the default option
 * @param rounds how the Schwartz set shrank until nothing in it defeats anything else in it
 * @param undefeated what was left then; one, or several to be told apart by the two figures that follow
 * @param byDefault whether more votes against the default option told them apart
 * @param byLot those among whom the lot was drawn, or empty
 * @param order all options that were not dropped by the Schulze relation, the best first, those in one set alike
 */
public record RankedOutcome(
        long[][] pairwise,
        long voters,
        int defaultOption,
        List<Dropped> dropped,
        List<Round> rounds,
        Set<Integer> undefeated,
        boolean byDefault,
        Set<Integer> byLot,
        List<Set<Integer>> order,
        List<Integer> winners)
        implements Outcome {

    /** Voters who prefer a to b. */
    public long prefer(int a, int b) {
        return pairwise[a - 1][b - 1];
    }

    public enum Why {
        QUORUM,
        MAJORITY
    }

    /**
     * @param votes those who prefer the option to the default option
     * @param against those who prefer the default option
     * @param ratio what the option needed
     */
    public record Dropped(int option, Why why, long votes, long against, Quorum quorum, Ratio ratio) {}

    /** @param weakest the defeats dropped in this round; empty in the last */
    public record Round(Set<Integer> schwartz, List<Defeat> weakest) {}

    /** So many prefer {@code winner} to {@code loser}, so many the other way round. */
    public record Defeat(int winner, int loser, long votes, long against) {}
}
