package mainline.mission;

import java.time.Instant;
import java.util.Map;
import mainline.decisions.Purposes;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

@Component
class DecisionsServe implements Serving {
    private final Purposes purposes;

    DecisionsServe(Purposes purposes) {
        this.purposes = purposes;
    }

    @Override
    public Map<Integer, Instant> latest(CommunityId community) {
        return purposes.latest(community);
    }
}
