package mainline.invitations;

import java.time.Clock;
import java.util.Optional;
import mainline.community.Communities;
import mainline.community.FrameView;
import mainline.look.Shell;
import mainline.people.InvitedGrounds;
import org.springframework.stereotype.Component;

/** The frame of a community for whoever holds an invitation to it: of what only members read it shows the name alone. */
@Component
class WayIn implements InvitedGrounds {
    private final InvitationStore invitations;
    private final Communities communities;
    private final FrameView frames;
    private final Clock clock;

    WayIn(InvitationStore invitations, Communities communities, FrameView frames, Clock clock) {
        this.invitations = invitations;
        this.communities = communities;
        this.frames = frames;
        this.clock = clock;
    }

    @Override
    public Optional<Shell> of(byte[] invitation, Shell shell) {
        return invitations
                .find(invitation, clock.instant())
                .flatMap(link -> communities.find(link.community()))
                .map(found -> frames.forStranger(found, shell).withoutSections());
    }
}
