package mainline.tally;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A majority of first preferences: more than all others together, or the ratio an option needs, and the quorum. */
public final class Majority {
    private Majority() {}

    /** Nothing wins when nothing holds such a majority. */
    public static MajorityOutcome count(Votes votes, Quorum quorum, Map<Integer, Ratio> ratios) {
        long[] first = FirstPlaces.of(votes);
        long valid = LongStream.of(first).sum();
        List<Integer> winners = IntStream.rangeClosed(1, first.length)
                .filter(option -> quorum.reachedBy(first[option - 1])
                        && ratios.getOrDefault(option, Ratio.SIMPLE)
                                .holds(first[option - 1], valid - first[option - 1]))
                .boxed()
                .toList();
        return new MajorityOutcome(
                LongStream.of(first).boxed().toList(), valid, votes.total(), quorum, Map.copyOf(ratios), winners);
    }
}
