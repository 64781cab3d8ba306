package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** Published in the transaction of the act. */
public record MemberJoined(CommunityId community, PersonId person) {}
