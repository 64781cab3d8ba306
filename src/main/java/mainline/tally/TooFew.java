package mainline.tally;

import java.util.List;

/**
 * A count that decides nothing, because too few took part.
 *
 * @param count what it came to otherwise
 * @param least so many had to take part
 */
public record TooFew(Outcome count, long voters, long least) implements Outcome {
    /** The count as it is where enough took part. */
    public static Outcome unless(long least, long voters, Outcome count) {
        return voters >= least ? count : new TooFew(count, voters, least);
    }

    @Override
    public List<Integer> winners() {
        return List.of();
    }
}
