package mainline.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Renamed;
import mainline.community.VisibilityChanged;
import mainline.kernel.CommunityId;
import mainline.record.Recorded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts in this process what has moved in each community, so that what is kept of it is known to be old. */
@Component
class Stamps {
    private final Communities communities;
    private final Map<CommunityId, String> slugs = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> stamps = new ConcurrentHashMap<>();
    private final AtomicLong everywhere = new AtomicLong();

    Stamps(Communities communities) {
        this.communities = communities;
    }

    /** Changes with every recorded act in the community of that address. */
    long stamp(String slug) {
        AtomicLong stamp = stamps.get(slug);
        return everywhere.get() + (stamp == null ? 0 : stamp.get());
    }

    /** Other communities' pages may tell of one that has just closed its doors. */
    @EventListener
    void shown(VisibilityChanged changed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                everywhere.incrementAndGet();
            }
        });
    }

    /**
     * Told inside the act and counted once it is committed. Not an after-commit listener: those are stored for a repeat and
     * need a second connection while the act still holds its own, which stops everything when many act at once.
     */
    @EventListener
    void moved(Recorded recorded) {
        String slug = slugs.computeIfAbsent(
                recorded.community(),
                id -> communities.find(id).map(Community::slug).orElse(""));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(slug);
                count("");
            }
        });
    }

    /** Pages under both addresses are old; acts count for the new one from now on. */
    @EventListener
    void renamed(Renamed renamed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                slugs.put(renamed.after().id(), renamed.after().slug());
                count(renamed.before().slug());
                count(renamed.after().slug());
                count("");
            }
        });
    }

    private void count(String slug) {
        stamps.computeIfAbsent(slug, each -> new AtomicLong()).incrementAndGet();
    }
}
