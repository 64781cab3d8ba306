package mainline.community;

import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands out the numbers of a community's objects: 1, 2, 3 … per kind, without gaps, in the act's own transaction. */
@Component
public class Numbers {
    private final NumberStore store;

    Numbers(NumberStore store) {
        this.store = store;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Subject next(CommunityId community, Subject.Kind kind) {
        return new Subject(community, kind, store.next(community, kind));
    }
}
