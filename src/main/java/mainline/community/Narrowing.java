package mainline.community;

import java.util.List;
import java.util.Objects;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Narrows a list to what waits for the member who reads it, to what is theirs, or to what is new to them. */
@Component
public class Narrowing {
    private final ObjectProvider<AllWaiting> waiting;
    private final Visits visits;

    Narrowing(ObjectProvider<AllWaiting> waiting, Visits visits) {
        this.waiting = waiting;
        this.visits = visits;
    }

    /** One page of it, newest first; what waits is one page, in the order in which it waits. */
    public <T> Paged<T> of(Viewer viewer, Only only, Listing<T> listing, Cursor from, int size) {
        long before = from.or(Long.MAX_VALUE);
        return switch (viewer.isMember() ? only : Only.ALL) {
            case ALL -> paged(listing, listing.newest(before, size + 1), size);
            case MINE -> paged(listing, listing.by(viewer.id(), before, size + 1), size);
            case NEW -> paged(listing, fresh(viewer, listing, before, size + 1), size);
            case WAITING -> new Paged<>(waiting(viewer, listing), null);
        };
    }

    private static <T> Paged<T> paged(Listing<T> listing, List<T> rows, int size) {
        return Paged.of(rows, size, listing::number);
    }

    /** On a first visit all of it. */
    private <T> List<T> fresh(Viewer viewer, Listing<T> listing, long before, int most) {
        return visits.visit(viewer.member(), false)
                .map(last -> listing.since(last, before, most))
                .orElseGet(() -> listing.newest(before, most));
    }

    private <T> List<T> waiting(Viewer viewer, Listing<T> listing) {
        List<Long> numbers = waiting.getObject().soonest(viewer).stream()
                .flatMap(each -> Subject.on(viewer.community().id(), each.path()).stream())
                .filter(subject -> subject.kind() == listing.kind())
                .map(Subject::number)
                .distinct()
                .toList();
        var found = listing.all(numbers);
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
