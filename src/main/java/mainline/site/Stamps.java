package mainline.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Renamed;
import mainline.kernel.CommunityId;
import mainline.platform.Movement;
import mainline.platform.MovementListener;
import mainline.record.Recorded;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what has moved in each community, in whichever process, so that what is kept of it here is known to be old. After
 * those who keep what pages are made of, and before open pages are told to ask again.
 */
@Component
@Order(0)
class Stamps implements MovementListener {
    /** Its name, its address, who may read it: other communities' pages tell of these too. */
    private static final String OF_THE_COMMUNITY = "community.";

    /** Whether it has ended is asked before anything is taken from memory. */
    private static final String SESSION = "session";

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

    /** Asked within the act: when it is told of what moved, its connection is still held, and another would be needed. */
    @EventListener
    void recorded(Recorded recorded) {
        slug(recorded.community());
    }

    @Override
    public void moved(Movement movement) {
        if (!movement.isNowhere()) movedIn(movement);
        else if (!movement.isOfKept(SESSION)) everywhere.incrementAndGet();
    }

    private void movedIn(Movement movement) {
        CommunityId community = movement.subject().community();
        String slug = slugs.get(community);
        if (slug == null || movement.verb().startsWith(OF_THE_COMMUNITY)) {
            everywhere.incrementAndGet();
            if (!TransactionSynchronizationManager.isActualTransactionActive()) learn(community);
        } else {
            count(slug);
            count("");
        }
    }

    @Override
    public void anythingMoved() {
        everywhere.incrementAndGet();
    }

    private void learn(CommunityId community) {
        slugs.remove(community);
        slug(community);
    }

    private String slug(CommunityId community) {
        return slugs.computeIfAbsent(
                community, id -> communities.find(id).map(Community::slug).orElse(""));
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
