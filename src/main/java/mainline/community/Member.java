package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** A person acting as a member of a community; whoever holds one has been checked. */
public record Member(CommunityId community, PersonId person) {}
