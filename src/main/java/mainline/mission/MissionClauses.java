package mainline.mission;

import java.util.List;
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
    public List<Clauses.Clause> all(CommunityId community) {
        return store.current(community).orElseThrow().text().clauses().stream()
                .map(clause -> new Clauses.Clause(clause.number(), clause.text()))
                .toList();
    }

    @Override
    public boolean holds(CommunityId community, int clause) {
        return all(community).stream().anyMatch(each -> each.number() == clause);
    }
}
