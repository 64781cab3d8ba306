package mainline.effort;

import java.util.List;
import java.util.Map;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Ideas and projects that still miss hours. */
@Component
@Order(70)
class NeedsWaiting implements Waiting {
    private static final int MOST = 3;

    private final Efforts efforts;

    NeedsWaiting(Efforts efforts) {
        this.efforts = efforts;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        return efforts.openNeeds(viewer.community().id(), MOST).stream()
                .filter(need -> !need.missing().isEmpty())
                .map(need ->
                        Awaited.written("need", need.idea().title(), need.idea().path(), missing(need.missing())))
                .toList();
    }

    private static Reason missing(Map<EffortKind, Hours> missing) {
        return missing.entrySet().stream()
                .map(each -> Reason.of(
                        "waiting.need.hours",
                        each.getValue().decimal(),
                        each.getKey().label()))
                .reduce((before, next) -> Reason.of("waiting.need.and", before, next))
                .orElseThrow();
    }
}
