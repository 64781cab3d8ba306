package mainline.tally;

import java.util.Collection;
import java.util.stream.LongStream;

/** A temperature check: how many stand at each degree from 0 to 5. */
public final class Temperature {
    public static final int HIGHEST = 5;

    private Temperature() {}

    /** @throws IllegalArgumentException for a degree outside 0 to 5 */
    public static TemperatureOutcome count(Collection<Ballot.Degree> ballots) {
        long[] degrees = new long[HIGHEST + 1];
        for (Ballot.Degree ballot : ballots) {
            if (ballot.degree() < 0 || ballot.degree() > HIGHEST) throw new IllegalArgumentException(ballot.toString());
            degrees[ballot.degree()]++;
        }
        return new TemperatureOutcome(LongStream.of(degrees).boxed().toList());
    }
}
