package mainline.community;

import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** How far a member is trusted, as a level from 0; a later module may answer from deeds. */
public interface Standing {
    int level(CommunityId community, PersonId person);

    /** Every member of at least that level. */
    List<PersonId> reaching(CommunityId community, int level);
}
