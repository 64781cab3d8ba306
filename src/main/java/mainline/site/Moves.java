package mainline.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.kernel.CommunityId;
import mainline.record.Recorded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts in this process what has moved in each community, so that what is kept of it is known to be old. */
@Component
class Moves {
    private final Communities communities;
    private final Map<CommunityId, String> slugs = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> stamps = new ConcurrentHashMap<>();

    Moves(Communities communities) {
        this.communities = communities;
    }

    /** Changes with every recorded act in the community of that address. */
    long stamp(String slug) {
        AtomicLong stamp = stamps.get(slug);
        return stamp == null ? 0 : stamp.get();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void moved(Recorded recorded) {
        String slug = slugs.computeIfAbsent(
                recorded.community(),
                id -> communities.find(id).map(Community::slug).orElse(""));
        stamps.computeIfAbsent(slug, each -> new AtomicLong()).incrementAndGet();
        stamps.computeIfAbsent("", each -> new AtomicLong()).incrementAndGet();
    }
}
