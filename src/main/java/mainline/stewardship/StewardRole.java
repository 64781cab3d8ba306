package mainline.stewardship;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Roles;
import mainline.handbook.Area;
import mainline.handbook.Steward;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** In the list of people: who oversees what. */
@Component
@Order(20)
class StewardRole implements Roles {
    private final RosterFile rosterFile;

    StewardRole(RosterFile rosterFile) {
        this.rosterFile = rosterFile;
    }

    @Override
    public String word() {
        return "steward";
    }

    @Override
    public Map<PersonId, List<Reason>> holders(CommunityId community) {
        Map<PersonId, List<Reason>> holders = new HashMap<>();
        for (Area area : rosterFile.roster(community).areas())
            for (Steward steward : area.stewards())
                holders.computeIfAbsent(steward.person(), person -> new ArrayList<>())
                        .add(Reason.of("role.steward.of", area.words()));
        return holders;
    }
}
