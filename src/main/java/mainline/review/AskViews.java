package mainline.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.community.Here;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.people.Person;
import org.springframework.stereotype.Component;

/** What pages show of whose word is next. */
@Component
class AskViews {
    private final Asks asks;
    private final AwaitedReviews awaitedReviews;
    private final People people;

    AskViews(Asks asks, AwaitedReviews awaitedReviews, People people) {
        this.asks = asks;
        this.awaitedReviews = awaitedReviews;
        this.people = people;
    }

    AskView of(Here here, Change change, List<MergeRule.Check> checks) {
        List<AwaitedReview> awaited = awaitedReviews.now(change, checks);
        Set<PersonId> owing = awaited.stream().map(AwaitedReview::person).collect(Collectors.toSet());
        List<Ask> all = asks.of(change);
        List<PersonId> named = new ArrayList<>(owing);
        all.forEach(ask -> named.add(ask.person()));
        Person viewer = here.isMember() ? here.person() : null;
        LocalDate away = viewer == null
                ? null
                : asks.away(here.id(), Set.of(viewer.id())).get(viewer.id());
        return new AskView(
                awaited,
                all.stream().filter(ask -> !owing.contains(ask.person())).toList(),
                people.all(named),
                viewer != null && change.isOpen() && change.isBy(viewer.id()),
                viewer != null
                        && change.isOpen()
                        && all.stream()
                                .anyMatch(ask -> ask.isOpen() && ask.person().equals(viewer.id())),
                away);
    }
}
