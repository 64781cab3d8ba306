package mainline.community;

import java.util.Map;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The counts that a community shows often, kept as they change. */
@Component
public class Counts {
    private final NumberStore store;

    Counts(NumberStore store) {
        this.store = store;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CommunityId community, Count what, long difference) {
        store.add(community, what, difference);
    }

    /** Every count, zero where nothing was counted yet. */
    public Map<Count, Long> of(CommunityId community) {
        return store.counts(community);
    }
}
