package mainline.invitations;

import gg.jte.Content;
import mainline.community.Community;
import mainline.look.Shell;
import org.jspecify.annotations.Nullable;

/** A part that a later module adds to the page on which an invited person decides whether to join. */
public interface InvitedPanel {
    /** @return null when there is nothing to show */
    @Nullable
    Content of(Community community, Shell shell);
}
