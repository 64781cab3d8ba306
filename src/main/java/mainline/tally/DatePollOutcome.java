package mainline.tally;

import java.util.List;
import java.util.Set;

/**
 * What looking for a date came to.
 *
 * @param yes per option
 * @param ifNeedBe per option
 * @param least yes that an option needs
 * @param tied those that lead alike, when they are several; then nothing wins
 */
public record DatePollOutcome(
        List<Long> yes, List<Long> ifNeedBe, long voters, long least, Set<Integer> tied, List<Integer> winners)
        implements Outcome {
    public long yes(int option) {
        return yes.get(option - 1);
    }

    public long ifNeedBe(int option) {
        return ifNeedBe.get(option - 1);
    }
}
