package mainline.founding;

import java.util.List;
import java.util.Map;
import mainline.community.Roles;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In the list of people: who founded the community. No right comes with it. */
@Component
@Order(10)
class FounderRole implements Roles {
    private final Founders founders;

    FounderRole(Founders founders) {
        this.founders = founders;
    }

    @Override
    public String word() {
        return "founder";
    }

    @Override
    public Map<PersonId, List<Reason>> holders(CommunityId community) {
        return founders.of(community)
                .map(founder -> Map.of(founder, List.of(Reason.of("role.founder"))))
                .orElse(Map.of());
    }
}
