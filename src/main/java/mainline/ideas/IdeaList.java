package mainline.ideas;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainline.community.Listing;
import mainline.community.Narrowing;
import mainline.community.Only;
import mainline.community.Viewer;
import mainline.kernel.Cursor;
import mainline.kernel.Paged;
import mainline.kernel.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ideas of a community in the order in which they are shown. */
@Component
public class IdeaList {
    private final IdeaOrder order;
    private final Ideas ideas;
    private final Narrowing narrowing;

    IdeaList(IdeaOrder order, Ideas ideas, Narrowing narrowing) {
        this.order = order;
        this.ideas = ideas;
        this.narrowing = narrowing;
    }

    /** @param why it stands there; null where that explains itself */
    public record Item(Idea idea, @Nullable Reason why) {}

    /** @param clause which all of them serve; null for any */
    public Paged<Item> of(Viewer viewer, @Nullable Integer clause, Cursor from, int size) {
        Paged<IdeaOrder.Place> page = order.page(viewer.community().id(), clause, from, size);
        List<IdeaOrder.Place> seen =
                page.items().stream().filter(place -> viewer.sees(place.idea())).toList();
        Map<Long, Idea> found = ideas.all(
                viewer.community().id(),
                seen.stream().map(place -> place.idea().number()).toList());
        List<Item> items = seen.stream()
                .filter(place -> found.containsKey(place.idea().number()))
                .map(place ->
                        new Item(Objects.requireNonNull(found.get(place.idea().number())), place.why()))
                .toList();
        return new Paged<>(items, page.next());
    }

    /**
     * Those that concern the reader in this way, newest first.
     *
     * @param clause which all of them serve; null for any
     */
    Paged<Item> narrowed(Viewer viewer, Only only, @Nullable Integer clause, Cursor from, int size) {
        Listing<Idea> all = ideas.in(viewer.community().id()).where(idea -> clause == null || idea.clause() == clause);
        Paged<Idea> page = narrowing.of(viewer, only, all, from, size);
        List<Item> items = page.items().stream()
                .filter(idea -> viewer.sees(idea.subject()))
                .map(idea -> new Item(idea, null))
                .toList();
        return new Paged<>(items, page.next());
    }

    /** What the order goes by; null where the list explains itself. */
    public @Nullable Reason explained() {
        return order.explained();
    }
}
