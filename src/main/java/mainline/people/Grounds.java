package mainline.people;

import java.util.Optional;
import mainline.look.Shell;

/** The communities that people join; a later module knows them. */
public interface Grounds {
    /** @return the frame of that community's pages; nothing when strangers can know of none by that name */
    Optional<Shell> of(String community, Shell shell);
}
