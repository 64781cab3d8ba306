package mainline.community;

import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;

/** What a few members are beyond belonging, by a later module. They are few enough to be told all at once. */
public interface Roles {
    /** The word for it in addresses; a list of people calls it by the message {@code role.WORD}. */
    String word();

    /** What is said of each who has it, once for each thing they have it in. */
    Map<PersonId, List<Reason>> holders(CommunityId community);
}
