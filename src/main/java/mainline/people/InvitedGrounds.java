package mainline.people;

import java.util.Optional;
import mainline.look.Shell;

/** The communities that people are invited to; a later module knows what invitations are. */
public interface InvitedGrounds {
    /**
     * @param invitation the hash of its key
     * @return the frame of that community's pages for whoever holds it; nothing when it does not hold
     */
    Optional<Shell> of(byte[] invitation, Shell shell);
}
