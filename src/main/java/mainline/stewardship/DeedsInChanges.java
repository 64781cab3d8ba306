package mainline.stewardship;

import java.util.List;
import mainline.changes.ChangeDeeds;
import mainline.handbook.Area;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Changes written, reviewed and merged there. */
@Component
@Order(10)
class DeedsInChanges implements AreaDeeds {
    private final ChangeDeeds deeds;

    DeedsInChanges(ChangeDeeds deeds) {
        this.deeds = deeds;
    }

    @Override
    public List<Deed> of(CommunityId community, PersonId person, Area area, int most) {
        return deeds.of(community, person, area, most).stream()
                .map(deed -> new Deed(
                        Reason.of("deed." + deed.kind()),
                        deed.title(),
                        deed.change().path(),
                        deed.at()))
                .toList();
    }

    @Override
    public List<Reason> summary(CommunityId community, PersonId person, Area area) {
        return deeds.counts(community, person, area).entrySet().stream()
                .map(count -> Reason.of("deed.count." + count.getKey(), count.getValue()))
                .toList();
    }
}
