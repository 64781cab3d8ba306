package mainline.tally;

import java.util.Collection;
import java.util.stream.LongStream;

/**
 * Points: the seats go to the options with the most points in all, each given points by at least so many; a tie at the border
 * keeps all. Who leaves an option out gives it none, so the order by the sum is the order by the mean over all who voted.
 */
public final class Score {
    /** The most points that one person gives one option, where points are not spread out. */
    public static final int HIGHEST = 10;

    private Score() {}

    /** @param least so many have to give an option points; one that nobody gives any never wins */
    public static ScoreOutcome count(int options, Collection<Ballot.Points> ballots, int seats, long least) {
        return count(
                options, ballots.stream().map(ballot -> ballot.each(options)).toList(), seats, least);
    }

    /** The ballots of a file that gives points. */
    public static ScoreOutcome count(BallotFile file, int seats, long least) {
        return count(file.options().size(), file.points(), seats, least);
    }

    private static ScoreOutcome count(int options, Iterable<long[]> ballots, int seats, long least) {
        long[] points = new long[options];
        long[] supporters = new long[options];
        long voters = 0;
        for (long[] given : ballots) {
            voters++;
            for (int i = 0; i < options; i++) {
                points[i] = Math.addExact(points[i], given[i]);
                if (given[i] > 0) supporters[i]++;
            }
        }
        Leading leading = Leading.of(points, option -> supporters[option - 1] >= Math.max(1, least), seats);
        return new ScoreOutcome(
                LongStream.of(points).boxed().toList(),
                LongStream.of(supporters).boxed().toList(),
                voters,
                seats,
                least,
                leading.border(),
                leading.winners());
    }
}
