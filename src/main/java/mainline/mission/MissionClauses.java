package mainline.mission;

import mainline.decisions.Clauses;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

@Component
class MissionClauses implements Clauses {
    private final MissionStore store;

    MissionClauses(MissionStore store) {
        this.store = store;
    }

    @Override
    public boolean holds(CommunityId community, int clause) {
        return store.current(community).orElseThrow().text().clauses().stream()
                .anyMatch(each -> each.number() == clause);
    }
}
