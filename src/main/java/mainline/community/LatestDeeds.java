package mainline.community;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;

/** When members last did something that everybody hears of; by the module that keeps the record. */
public interface LatestDeeds {
    /** Whoever has not done anything yet is left out. */
    Map<PersonId, Instant> of(CommunityId community, Collection<PersonId> people);
}
