package mainline.record;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import mainline.community.LatestDeeds;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

/** When people last did what the record tells. */
@Component
class LatestEntries implements LatestDeeds {
    private final RecordStore store;

    LatestEntries(RecordStore store) {
        this.store = store;
    }

    @Override
    public Map<PersonId, Instant> of(CommunityId community, Collection<PersonId> people) {
        return people.isEmpty() ? Map.of() : store.latest(community, people);
    }
}
