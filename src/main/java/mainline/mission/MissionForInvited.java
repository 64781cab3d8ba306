package mainline.mission;

import gg.jte.Content;
import mainline.community.Community;
import mainline.invitations.InvitedPanel;
import mainline.look.Fragments;
import mainline.look.Shell;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whoever is invited reads first what the community is for. */
@Component
@Order(1)
class MissionForInvited implements InvitedPanel {
    record Show(Shell shell, MissionText text) {}

    private final Mission mission;
    private final Fragments fragments;

    MissionForInvited(Mission mission, Fragments fragments) {
        this.mission = mission;
        this.fragments = fragments;
    }

    @Override
    public Content of(Community community, Shell shell) {
        return fragments.of("mission/invited", new Show(shell, mission.current(community.id())));
    }
}
