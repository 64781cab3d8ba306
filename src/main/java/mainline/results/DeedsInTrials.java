package mainline.results;

import java.util.List;
import mainline.handbook.Area;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import mainline.stewardship.AreaDeeds;
import mainline.stewardship.Deed;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Beside a nomination: the trials somebody reported of practices in that area. */
@Component
@Order(30)
class DeedsInTrials implements AreaDeeds {
    private final TrialStore store;

    DeedsInTrials(TrialStore store) {
        this.store = store;
    }

    @Override
    public List<Deed> of(CommunityId community, PersonId person, Area area, int most) {
        return store.deeds(community, person, area.pattern(), most).stream()
                .map(deed -> new Deed(
                        Reason.of("deed.TRIAL"), deed.practice(), deed.trial().path(), deed.at()))
                .toList();
    }

    @Override
    public List<Reason> summary(CommunityId community, PersonId person, Area area) {
        int count = store.count(community, person, area.pattern());
        return count == 0 ? List.of() : List.of(Reason.of("deed.count.TRIAL", count));
    }
}
