package mainline.interests;

import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** What people declared with something whose module keeps it itself, since it is a part of its text. */
public interface DeclaredElsewhere {
    /** The newest first. */
    List<Declared> by(CommunityId community, PersonId person, int most);
}
