package mainline.community;

import java.time.Clock;
import java.util.Optional;
import mainline.look.Shell;
import mainline.people.Grounds;
import org.springframework.stereotype.Component;

/** The frame of a community for those who are about to join it. */
@Component
class CommunityGrounds implements Grounds {
    private final Communities communities;
    private final InvitationStore invitations;
    private final CommunityBars bars;
    private final Clock clock;

    CommunityGrounds(Communities communities, InvitationStore invitations, CommunityBars bars, Clock clock) {
        this.communities = communities;
        this.invitations = invitations;
        this.bars = bars;
        this.clock = clock;
    }

    @Override
    public Optional<Shell> of(String community, Shell shell) {
        return Communities.isReserved(community)
                ? Optional.empty()
                : communities.seen(community, null).map(found -> framed(found, shell));
    }

    /** The way in shows nothing yet of what only members read but the name. */
    @Override
    public Optional<Shell> invitedTo(byte[] invitation, Shell shell) {
        return invitations
                .find(invitation, clock.instant())
                .flatMap(link -> communities.find(link.community()))
                .map(found -> framed(found, shell).withoutSections());
    }

    private Shell framed(Community community, Shell shell) {
        return bars.frame(new Viewer(community, null, false, () -> 0), shell);
    }
}
