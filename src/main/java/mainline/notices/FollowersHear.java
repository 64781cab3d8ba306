package mainline.notices;

import java.util.List;
import mainline.community.Audience;
import mainline.community.Hearers;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.stereotype.Component;

@Component
class FollowersHear implements Hearers<Audience.Followers> {
    private final FollowStore store;
    private final Follows follows;

    FollowersHear(FollowStore store, Follows follows) {
        this.store = store;
        this.follows = follows;
    }

    @Override
    public Class<Audience.Followers> audience() {
        return Audience.Followers.class;
    }

    @Override
    public List<PersonId> some(CommunityId community, Audience.Followers audience, long after, int most) {
        return store.at(Level.ALL, community, follows.ways(audience.subject(), audience.but()), after, most);
    }
}
