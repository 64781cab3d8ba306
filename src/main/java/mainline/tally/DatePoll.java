package mainline.tally;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Looking for a date: each ballot gives an option {@link #YES}, {@link #IF_NEED_BE} or nothing, which is a no. Most yes wins; among
 * as many yes, most in all who could come. Who is left alike in both is a tie, which elects nothing.
 */
public final class DatePoll {
    public static final int YES = 2;
    public static final int IF_NEED_BE = 1;

    private DatePoll() {}

    /** @param least yes that an option needs; one that suits nobody never wins */
    public static DatePollOutcome count(int options, Collection<Ballot.Points> ballots, long least) {
        return count(
                options, ballots.stream().map(ballot -> ballot.each(options)).toList(), least);
    }

    /** The ballots of a file that gives points. */
    public static DatePollOutcome count(BallotFile file, long least) {
        return count(file.options().size(), file.points(), least);
    }

    private static DatePollOutcome count(int options, List<long[]> ballots, long least) {
        long[] yes = answers(options, ballots, YES);
        long[] ifNeedBe = answers(options, ballots, IF_NEED_BE);
        List<Integer> leading = leading(yes, ifNeedBe, Math.max(1, least));
        boolean tie = leading.size() > 1;
        return new DatePollOutcome(
                LongStream.of(yes).boxed().toList(),
                LongStream.of(ifNeedBe).boxed().toList(),
                ballots.size(),
                least,
                tie ? new TreeSet<>(leading) : Set.of(),
                tie ? List.of() : leading);
    }

    private static long[] answers(int options, List<long[]> ballots, int answer) {
        long[] answers = new long[options];
        for (long[] ballot : ballots) for (int i = 0; i < options; i++) if (ballot[i] == answer) answers[i]++;
        return answers;
    }

    private static List<Integer> leading(long[] yes, long[] ifNeedBe, long least) {
        long mostYes = LongStream.of(yes).max().orElse(0);
        if (mostYes < least) return List.of();
        long most = IntStream.range(0, yes.length)
                .filter(i -> yes[i] == mostYes)
                .mapToLong(i -> ifNeedBe[i])
                .max()
                .orElse(0);
        return IntStream.rangeClosed(1, yes.length)
                .filter(option -> yes[option - 1] == mostYes && ifNeedBe[option - 1] == most)
                .boxed()
                .toList();
    }
}
