package mainline.record;

import java.util.List;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** Who has seen a tree of at least that size; a cosignature is handed out only with the very checkpoint it is for. */
@Component
class SeenByWitnesses implements WitnessedBy {
    private final WitnessStore store;

    SeenByWitnesses(WitnessStore store) {
        this.store = store;
    }

    @Override
    public List<Witnessing> of(CommunityId community, long size) {
        return store.seen(community, size).stream()
                .map(seen -> new Witnessing(seen.name(), seen.at(), seen.size() == size ? seen.line() : null))
                .toList();
    }
}
