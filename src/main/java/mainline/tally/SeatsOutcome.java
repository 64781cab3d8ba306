package mainline.tally;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What a count for several seats came to, stage by stage. Figures of votes are in hundred-thousandths: {@link #UNIT} is one vote.
 *
 * @param valid papers with a first preference
 * @param quota votes, whole, that elect
 * @param winners in the order of their election
 */
public record SeatsOutcome(int seats, long papers, long valid, long quota, List<Stage> stages, List<Integer> winners)
        implements Outcome {
    public static final long UNIT = 100_000;

    /** The one unit in which votes are shown, whatever they are counted in. */
    public static BigDecimal votes(long hundredThousandths) {
        return BigDecimal.valueOf(hundredThousandths, 5);
    }

    public enum Act {
        FIRST_PREFERENCES,
        SURPLUS,
        EXCLUSION
    }

    /** How a tie between several was broken. */
    public enum Tie {
        NONE,
        EARLIER_STAGE,
        LOT
    }

    /**
     * @param act what was done in this stage, and {@code option} to whom (0 in the first)
     * @param votes per option when the stage was done
     * @param transfers what each option gained or lost in it
     * @param exhausted papers without a further preference, so far
     * @param lost what was cut off after the fifth decimal, so far
     * @param elected who was elected at the end of it, in order: by quota, or because no more options continue than seats are left
     * @param tied those from whom {@code option} was chosen when several were alike
     * @param perPaper what a paper of full value is worth when passed on from a surplus, or 0
     */
    public record Stage(
            Act act,
            int option,
            List<Long> votes,
            List<Long> transfers,
            long exhausted,
            long lost,
            List<Integer> elected,
            Set<Integer> tied,
            Tie tie,
            long perPaper) {}
}
