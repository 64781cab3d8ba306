package mainline.decisions;

import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;

/** Where a decision stands. */
public sealed interface Stage {
    /** It is talked about, and its ballot opens at that time; who may vote is written down then. */
    record Announced(Instant opens) implements Stage {}

    /** It takes ballots until its window is over; by the clock, whether or not it was closed yet. */
    record Open() implements Stage {}

    /**
     * @param passed whether anything changes by it
     * @param winners option numbers in order of election; 1 for a yes where there are no options
     * @param voted how many ballots were counted
     * @param sentence explains the result
     * @param statement what the asker makes of it; empty until it is written
     */
    record Closed(Instant at, boolean passed, List<Integer> winners, int voted, Reason sentence, String statement)
            implements Stage {}

    record Withdrawn(Instant at, PersonId by, String reason) implements Stage {}

    /** Whether its end is still to come. */
    default boolean isRunning() {
        return switch (this) {
            case Announced announced -> true;
            case Open open -> true;
            case Closed closed -> false;
            case Withdrawn withdrawn -> false;
        };
    }
}
