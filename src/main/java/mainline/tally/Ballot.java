package mainline.tally;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one voter (or {@code weight} voters alike) put on paper, by option number. */
public sealed interface Ballot {

    /** Options by preference, most preferred first, those in one set alike; whatever is missing shares the last place. */
    record Ranking(List<Set<Integer>> places) implements Ballot {}

    /** The options approved of; may be none. */
    record Approvals(Set<Integer> options) implements Ballot {}

    /** One option and no other. */
    record Pick(int option) implements Ballot {}

    /** Points by option; one that is left out gets none. */
    record Points(Map<Integer, Integer> given) implements Ballot {
        public Points {
            given = Map.copyOf(given);
        }

        /** One number for each of so many options, option 1 first. */
        long[] each(int options) {
            long[] each = new long[options];
            given.forEach((option, points) -> each[option - 1] = points);
            return each;
        }
    }

    /** Yes, no or neither, in a show of hands. */
    enum Hand implements Ballot {
        YES,
        NO,
        ABSTAIN
    }

    /** A degree from 0 to 5, in a temperature check. */
    record Degree(int degree) implements Ballot {}
}
