package mainline.invitations;

import java.time.Instant;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An address to which an invitation was mailed.
 *
 * @param n its number in the community
 * @param name as whoever invited them wrote it; may be empty
 * @param reminded when they were written to a second and last time; null as long as they were not
 * @param joined who has come by it; null while nobody has
 */
record InvitedAddress(
        int n,
        String mail,
        String name,
        Instant at,
        @Nullable Instant reminded,
        @Nullable PersonId joined) {}
