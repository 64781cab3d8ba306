package mainline.effort;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Work of others that this member can confirm. */
@Component
@Order(40)
class ConfirmationsWaiting implements Waiting {
    private static final int MOST = 2;

    private final Confirmations confirmations;

    ConfirmationsWaiting(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return confirmations.waitingFor(viewer.member(), 0, MOST).items().stream()
                .map(work -> Awaited.written(
                        "confirm",
                        work.title(),
                        work.subject().path(),
                        work.hours().decimal()))
                .toList();
    }
}
