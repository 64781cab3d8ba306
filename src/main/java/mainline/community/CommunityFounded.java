package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** Published in the transaction of the act. */
public record CommunityFounded(CommunityId community, PersonId founder) {}
