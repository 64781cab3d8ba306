package mainline.invitations;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** A member ended an invitation before its time; published in the act's transaction. */
public record InvitationEnded(CommunityId community, PersonId by) {}
