package mainline.tally;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Plurality: each ballot counts for the one option in its first place, and the option with the most votes wins. */
public final class Plurality {
    private Plurality() {}

    /**
     * A tie for the most votes elects nothing.
     *
     * @param least votes that an option needs; one that nobody votes for never wins
     */
    public static PluralityOutcome count(Votes votes, long least) {
        long[] first = FirstPlaces.of(votes);
        long most = LongStream.of(first).max().orElse(0);
        List<Integer> leading = most < Math.max(1, least)
                ? List.of()
                : IntStream.rangeClosed(1, first.length)
                        .filter(option -> first[option - 1] == most)
                        .boxed()
                        .toList();
        boolean tie = leading.size() > 1;
        return new PluralityOutcome(
                LongStream.of(first).boxed().toList(),
                votes.total(),
                least,
                tie ? new TreeSet<>(leading) : Set.of(),
                tie ? List.of() : leading);
    }
}
