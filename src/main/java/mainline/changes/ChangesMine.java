package mainline.changes;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Mine;
import mainline.community.Viewer;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The changes a member has suggested that are not settled. */
@Component
@Order(30)
class ChangesMine implements Mine {
    private final ChangeStore store;

    ChangesMine(ChangeStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "change";
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return store.by(viewer.community().id(), viewer.id(), "OPEN", Long.MAX_VALUE, MANY).stream()
                .map(change -> new Awaited(
                        Reason.of("mine.title", change.title()),
                        true,
                        change.path(),
                        Reason.of("mine.change.open", change.version(), change.at()),
                        Reason.of("mine.look"),
                        change.path(),
                        null))
                .toList();
    }
}
