package mainline.results;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports of trials that this member has promised. */
@Component
@Order(50)
class TrialsWaiting implements Waiting {
    private final PromisedTrials promised;

    TrialsWaiting(PromisedTrials promised) {
        this.promised = promised;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return promised.of(viewer.member(), MANY).stream()
                .map(practice -> Awaited.of("trial", practice.title(), practice.path(), ""))
                .toList();
    }
}
