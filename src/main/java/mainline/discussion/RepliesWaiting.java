package mainline.discussion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.kernel.Cursor;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Movement;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** First comments that nobody has answered yet. */
@Component
@Order(20)
class RepliesWaiting implements Waiting {
    private static final int MOST = 2;

    private final Discussions discussions;
    private final People people;
    private final Clock clock;

    RepliesWaiting(Discussions discussions, People people, Clock clock) {
        this.discussions = discussions;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public boolean isMovedBy(Movement movement) {
        return movement.verb().startsWith("comment.") || movement.verb().startsWith("reply.");
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        Instant now = clock.instant();
        List<ReplyDebt> debts = discussions.debts(viewer, Cursor.START, MOST).items().stream()
                .filter(debt -> debt.comment().isUnanswered(now))
                .toList();
        Map<PersonId, Person> authors =
                people.all(debts.stream().map(debt -> debt.comment().author()).toList());
        return debts.stream()
                .map(debt -> awaited(debt, authors.get(debt.comment().author())))
                .toList();
    }

    private static Awaited awaited(ReplyDebt debt, @Nullable Person author) {
        Comment comment = debt.comment();
        // Isolated, so that a name in another script does not turn the sentence round.
        String name = author == null ? "" : "\u2068" + author.name() + "\u2069";
        return Awaited.of("reply", name, comment.subject().path(), debt.title())
                .leadingTo("comments/new?about=" + comment.about().key() + "&replyTo="
                        + comment.subject().number());
    }
}
