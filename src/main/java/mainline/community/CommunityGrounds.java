package mainline.community;

import java.util.Optional;
import mainline.look.Shell;
import mainline.people.Grounds;
import org.springframework.stereotype.Component;

/** The frame of a community for those who are about to join it. */
@Component
class CommunityGrounds implements Grounds {
    private final Communities communities;
    private final FrameView frames;

    CommunityGrounds(Communities communities, FrameView frames) {
        this.communities = communities;
        this.frames = frames;
    }

    @Override
    public Optional<Shell> of(String community, Shell shell) {
        return Communities.isReserved(community)
                ? Optional.empty()
                : communities.seen(community, null).map(found -> frames.forStranger(found, shell));
    }
}
