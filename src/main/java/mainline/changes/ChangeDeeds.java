package mainline.changes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.handbook.Area;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What people did about changes, by the part of the handbook they did it in. */
@Component
public class ChangeDeeds {
    private final DeedStore store;

    ChangeDeeds(DeedStore store) {
        this.store = store;
    }

    /** The newest first. */
    public List<ChangeDeed> of(CommunityId community, PersonId person, Area area, int most) {
        return store.deeds(community, person, area, most);
    }

    /** How many of each there are; what there is none of is left out. */
    public Map<ChangeDeed.Kind, Integer> counts(CommunityId community, PersonId person, Area area) {
        return store.counts(community, person, area);
    }

    /** How many changes each person has merged since then; whoever merged most is first. */
    public List<Merges> mergesSince(CommunityId community, Instant since) {
        return store.merges(community, since);
    }

    public record Merges(PersonId person, int count) {}
}
