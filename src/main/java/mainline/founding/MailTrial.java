package mainline.founding;

import java.time.Clock;
import mainline.platform.Post;
import mainline.platform.ProbeEnd;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether mail got out when an operator last tried. */
@Component
public class MailTrial {
    private final FoundingStore store;
    private final Post post;
    private final Clock clock;

    MailTrial(FoundingStore store, Post post, Clock clock) {
        this.store = store;
        this.post = post;
        this.clock = clock;
    }

    @Transactional
    public void ended(ProbeEnd end) {
        store.tried(end == ProbeEnd.SENT, clock.instant());
    }

    boolean works() {
        return post.mode() instanceof Post.Mode.Smtp && store.mailWorks();
    }
}
