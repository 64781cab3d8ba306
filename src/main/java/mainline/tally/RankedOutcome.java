package mainline.tally;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
 * @param draws how often the lot was drawn, in the order of the seats; empty when it was not
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
        List<Draw> draws,
        List<Set<Integer>> order,
        List<Integer> winners)
        implements Outcome {

    /** Voters who prefer a to b. */
    public long prefer(int a, int b) {
        return pairwise[a - 1][b - 1];
    }

    /** All among whom the lot was drawn, or empty. */
    public Set<Integer> byLot() {
        return draws.stream().flatMap(draw -> draw.among().stream()).collect(Collectors.toCollection(TreeSet::new));
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

    /** The lot drawn among those; {@code chosen} are those on whom it fell, in order. */
    public record Draw(Set<Integer> among, List<Integer> chosen) {}

    /** @param weakest the defeats dropped in this round; empty in the last */
    public record Round(Set<Integer> schwartz, List<Defeat> weakest) {}

    /** So many prefer {@code winner} to {@code loser}, so many the other way round. */
    public record Defeat(int winner, int loser, long votes, long against) {}
}
