package mainline.decisions;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import mainline.tally.RankedOutcome;

/** Of the comparisons that the winner of a ranked vote won one to one, the closest: had it gone otherwise, another would have won. */
record Duel(int winner, int rival, long votes, long against) {

    /** Nothing where the winner does not beat every other option, so that a circle or the lot decided. */
    static Optional<Duel> decisive(RankedOutcome outcome) {
        if (outcome.winners().isEmpty() || outcome.voters() == 0) return Optional.empty();
        int winner = outcome.winners().getFirst();
        return IntStream.rangeClosed(1, outcome.pairwise().length)
                .filter(other -> other != winner)
                .mapToObj(
                        other -> new Duel(winner, other, outcome.prefer(winner, other), outcome.prefer(other, winner)))
                .min(Comparator.comparingLong(Duel::margin))
                .filter(closest -> closest.margin() > 0);
    }

    private long margin() {
        return votes - against;
    }
}
