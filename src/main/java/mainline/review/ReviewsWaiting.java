package mainline.review;

import java.util.List;
import mainline.changes.Changes;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.text.Markdown;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Changes that wait for the approval of this steward. */
@Component
@Order(30)
class ReviewsWaiting implements Waiting {
    private final Changes changes;

    ReviewsWaiting(Changes changes) {
        this.changes = changes;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return changes.waitingFor(viewer.member()).stream()
                .limit(MANY)
                .map(change ->
                        Awaited.written("review", change.title(), change.path(), Markdown.excerpt(change.why(), 120)))
                .toList();
    }
}
