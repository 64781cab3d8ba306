package mainline.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Awaited;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.text.Markdown;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Changes on which this person's word is next, then those that wait for the approval of this steward. */
@Component
@Order(30)
class ReviewsWaiting implements Waiting {
    private static final int EXCERPT = 120;

    private final Changes changes;
    private final AskStore asks;
    private final Clock clock;

    ReviewsWaiting(Changes changes, AskStore asks, Clock clock) {
        this.changes = changes;
        this.asks = asks;
        this.clock = clock;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        Member member = viewer.member();
        Map<Long, AwaitedReview> owed = asks.awaited(member, clock.instant(), MANY);
        Map<Long, Change> known = changes.all(member.community(), owed.keySet());
        List<Awaited> waiting = new ArrayList<>();
        owed.forEach((number, review) -> {
            Change change = known.get(number);
            if (change != null) waiting.add(awaited(review.what(), change));
        });
        changes.waitingFor(member).stream()
                .filter(change -> !owed.containsKey(change.subject().number()))
                .forEach(change -> waiting.add(awaited(AwaitedReview.What.REVIEW, change)));
        return waiting.stream().limit(MANY).toList();
    }

    private static Awaited awaited(AwaitedReview.What what, Change change) {
        String kind = what == AwaitedReview.What.REVIEW
                ? "review"
                : "review-" + what.name().toLowerCase(Locale.ROOT);
        return Awaited.written(kind, change.title(), change.path(), Markdown.excerpt(change.why(), EXCERPT));
    }
}
