package mainline.review;

import java.util.List;
import mainline.changes.Change;
import mainline.changes.Reviewed;
import mainline.handbook.Names;
import mainline.kernel.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody's concern is open, whichever version it was raised about. */
@Component
@Order(30)
class NoOpenConcern implements MergeRule {
    private final ReviewStore store;
    private final Names names;

    NoOpenConcern(ReviewStore store, Names names) {
        this.store = store;
        this.names = names;
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
                : Check.waiting(Name.CONCERNS, "change.rule.concern", names.of(open));
    }
}
