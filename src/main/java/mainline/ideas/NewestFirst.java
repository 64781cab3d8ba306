package mainline.ideas;

import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** The order that holds as long as no module knows better. */
@Component
@Fallback
class NewestFirst implements IdeaOrder {
    private final IdeaStore store;

    NewestFirst(IdeaStore store) {
        this.store = store;
    }

    @Override
    public Paged<Place> page(CommunityId community, @Nullable Integer clause, Cursor from, int size) {
        List<Long> numbers = store.newestNumbers(community, clause, from.or(Long.MAX_VALUE), size + 1);
        return Paged.of(numbers, size, number -> number)
                .map(number -> new Place(new Subject(community, Subject.Kind.IDEA, number), null));
    }

    @Override
    public @Nullable Reason explained() {
        return null;
    }
}
