package mainline.git;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much room each handbook has. What is stored for it is counted as it lies in its packs; what nothing leads to any more is
 * counted until {@link Repacking} drops it.
 */
@Component
public class Quotas {
    private final QuotaStore store;
    private final Settings settings;
    private final Clock clock;

    Quotas(QuotaStore store, Settings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    public Quota of(CommunityId community) {
        return of(List.of(community)).getOrDefault(community, new Quota(0, usual(), false));
    }

    /** The same for several. */
    public Map<CommunityId, Quota> of(Collection<CommunityId> communities) {
        return store.of(communities, usual());
    }

    /** @param bytes null for what the settings say for all */
    @Transactional(propagation = Propagation.MANDATORY)
    public void set(CommunityId community, @Nullable Long bytes, PersonId by) {
        if (bytes == null) store.remove(community);
        else store.put(community, bytes, by, clock.instant());
    }

    /** Two acts at the same moment may together take more by what one of them adds. */
    void check(CommunityId community, long more) throws QuotaReached {
        Quota quota = of(community);
        if (!quota.holds(more)) throw new QuotaReached(quota);
    }

    private long usual() {
        return settings.quota().toBytes();
    }
}
