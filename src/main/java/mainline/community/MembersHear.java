package mainline.community;

import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

@Component
class MembersHear implements Hearers<Audience.Members> {
    private final CommunityStore store;

    MembersHear(CommunityStore store) {
        this.store = store;
    }

    @Override
    public Class<Audience.Members> audience() {
        return Audience.Members.class;
    }

    @Override
    public List<PersonId> some(CommunityId community, Audience.Members audience, long after, int most) {
        return store.members(community, after, most);
    }
}
