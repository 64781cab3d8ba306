package mainline.review;

import java.util.List;
import mainline.changes.Change;
import mainline.changes.Reviewed;
import mainline.kernel.PersonId;
import mainline.people.People;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody's concern is open, whichever version it was raised about. */
@Component
@Order(30)
class NoOpenConcern implements MergeRule {
    private final ReviewStore store;
    private final People people;

    NoOpenConcern(ReviewStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        List<PersonId> open = store.concerns(change.subject()).stream()
                .filter(Concern::isOpen)
                .map(Concern::by)
                .toList();
        return open.isEmpty()
                ? Check.satisfied(Name.CONCERNS, "change.rule.no-concern")
                : Check.waiting(Name.CONCERNS, "change.rule.concern", people.names(open));
    }
}
