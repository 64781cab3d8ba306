package mainline.results;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mainline.ideas.Ideas;
import mainline.kernel.CommunityId;
import mainline.mission.Serving;
import org.springframework.stereotype.Component;

/** A practice serves the clause of the idea it grew out of. */
@Component
class PracticesServe implements Serving {
    private static final int LOOK_BACK = 500;

    private final PracticeStore store;
    private final Ideas ideas;

    PracticesServe(PracticeStore store, Ideas ideas) {
        this.store = store;
        this.ideas = ideas;
    }

    @Override
    public Map<Integer, Instant> latest(CommunityId community) {
        Map<Long, Instant> grown = store.latestOfIdeas(community, LOOK_BACK);
        Map<Integer, Instant> latest = new HashMap<>();
        ideas.all(community, grown.keySet())
                .forEach((number, idea) -> latest.merge(
                        idea.clause(), grown.get(number), (one, other) -> one.isAfter(other) ? one : other));
        return latest;
    }
}
