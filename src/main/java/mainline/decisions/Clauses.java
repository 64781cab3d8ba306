package mainline.decisions;

import java.util.List;
import mainline.kernel.CommunityId;

/** The clauses of a mission, which questions serve and by which a concern can be grounded. */
public interface Clauses {
    record Clause(int number, String text) {
        String name() {
            return "M" + number;
        }
    }

    /** As the mission stands now. */
    List<Clause> all(CommunityId community);

    boolean holds(CommunityId community, int clause);
}
