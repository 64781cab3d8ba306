package mainline.decisions;

import java.time.Instant;
import java.util.Map;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** Which clauses of the mission the questions of a community serve. */
@Component
public class Purposes {
    private final PurposeStore store;

    Purposes(PurposeStore store) {
        this.store = store;
    }

    /** When a question that was not withdrawn last began to serve each clause; housekeeping serves none. */
    public Map<Integer, Instant> latest(CommunityId community) {
        return store.latest(community);
    }
}
