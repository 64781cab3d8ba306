package mainline.invitations;

import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** A member made an invitation, or mailed some at once; published in the act's transaction. */
public record InvitationMade(CommunityId community, PersonId by) {}
