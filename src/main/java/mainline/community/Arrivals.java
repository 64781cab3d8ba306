package mainline.community;

import mainline.people.Joined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever made an account from the page of a community that everybody may join belongs to it at once. */
@Component
class Arrivals {
    private final Communities communities;

    Arrivals(Communities communities) {
        this.communities = communities;
    }

    @EventListener
    void welcome(Joined joined) {
        if (joined.community() == null) return;
        communities
                .seen(joined.community(), null)
                .ifPresent(community -> communities.join(community.id(), joined.person()));
    }
}
