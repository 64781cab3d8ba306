package mainline.invitations;

import java.time.Instant;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/**
 * An invitation to a community that only members read: whoever has its address may join until it ends.
 *
 * @param n its number in the community
 * @param note whom it is for, in its maker's words; may be empty
 * @param joined how many joined by it
 */
public record InvitationLink(
        CommunityId community, int n, String note, PersonId by, Instant at, Instant until, int joined) {}
