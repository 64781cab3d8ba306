package mainline.decisions;

import java.util.List;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** How a method settles a question in which no ballots are counted. One bean for each such method. */
public interface Settling {
    Method method();

    /**
     * Asked when the window is over, in the closing transaction, which holds the decision.
     *
     * @return null when it has to stay open, because somebody owes an answer
     */
    @Nullable
    Settled settle(Decision decision);

    /** @param voted how many took part */
    record Settled(boolean passed, List<Integer> winners, int voted, Reason sentence) {}
}
