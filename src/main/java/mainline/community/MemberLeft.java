package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** Published in the transaction of the act. */
public record MemberLeft(CommunityId community, PersonId person) {}
