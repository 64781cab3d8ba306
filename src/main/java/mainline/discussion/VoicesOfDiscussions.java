package mainline.discussion;

import java.util.List;
import mainline.community.Voices;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.stereotype.Component;

/** Whoever comments on something takes part in the conversation about it. */
@Component
class VoicesOfDiscussions implements Voices {
    private final CommentStore store;

    VoicesOfDiscussions(CommentStore store) {
        this.store = store;
    }

    @Override
    public List<PersonId> in(Subject about, int most) {
        return store.authors(about, most);
    }
}
