package mainline.exchange;

import java.time.Instant;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A community whose handbook began from another's.
 *
 * @param begun the origin's commit it began from
 * @param own its first commit of its own, which only says who oversees what
 * @param edition the name of the origin's edition that was; empty when it was none
 * @param common the newest of the origin's commits whose content is here too
 */
public record Fork(
        CommunityId community,
        CommunityId origin,
        ObjectId begun,
        ObjectId own,
        String edition,
        ObjectId common,
        PersonId by,
        Instant at) {}
