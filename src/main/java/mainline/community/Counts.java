package mainline.community;

import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counts that a community shows often, kept as they change. */
@Component
public class Counts {
    private static final int COMMUNITIES = 2_000;

    private final NumberStore store;
    private final Kept<CommunityId, Map<Count, Long>> known;

    Counts(NumberStore store, Memory memory) {
        this.store = store;
        this.known = memory.keep(COMMUNITIES, id -> id, Memory::isAnyAct);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CommunityId community, Count what, long difference) {
        store.add(community, what, difference);
    }

    /** Every count, zero where nothing was counted yet. */
    public Map<Count, Long> of(CommunityId community) {
        return known.get(community, store::counts);
    }
}
