package mainline.founding;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.util.Optional;
import mainline.community.CommunityFounded;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.Missing;
import mainline.kernel.PersonId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who founded which community, and whether they still want to be told what comes next. */
@Component
class Founders {
    private static final int COMMUNITIES = 2_000;
    private static final String DISMISSED = "founding";

    private final FoundingStore store;
    private final Cache<CommunityId, Optional<PersonId>> known;
    private final Memory memory;
    private final Clock clock;
    private final Kept<CommunityId, Boolean> dismissed;

    Founders(
            FoundingStore store,
            Cache<CommunityId, Optional<PersonId>> foundersByCommunity,
            Clock clock,
            Memory memory) {
        this.store = store;
        this.memory = memory;
        this.dismissed = memory.keep(COMMUNITIES, id -> id, DISMISSED);
        this.known = foundersByCommunity;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void founded(CommunityFounded founded) {
        store.add(founded.community(), founded.founder());
    }

    Optional<PersonId> of(CommunityId community) {
        return known.get(community, store::founder);
    }

    boolean isFounder(Member member) {
        return of(member.community()).filter(member.person()::equals).isPresent();
    }

    /** @throws Missing for everybody else, as if there were nothing here */
    void check(Member member) {
        if (!isFounder(member)) throw new Missing("founding");
    }

    boolean isDismissed(CommunityId community) {
        return dismissed.get(community, store::isDismissed);
    }

    /** The founder needs the list no longer. */
    @Transactional
    void dismiss(Member founder) {
        check(founder);
        store.dismiss(founder.community(), clock.instant());
        memory.old(founder.community(), DISMISSED);
    }

    /** The founder wants the list again. */
    @Transactional
    void takeUp(Member founder) {
        check(founder);
        store.takeUp(founder.community());
        memory.old(founder.community(), DISMISSED);
    }
}
