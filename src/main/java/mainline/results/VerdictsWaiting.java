package mainline.results;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Community;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Projects whose evaluation is open. */
@Component
@Order(60)
class VerdictsWaiting implements Waiting {
    private static final int MOST = 2;

    private final Evaluations evaluations;

    VerdictsWaiting(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        Community community = viewer.community();
        return evaluations.due(community.id(), MOST).stream()
                .map(due -> Awaited.of(
                        "verdict",
                        due.project().title(),
                        due.project().path(),
                        due.opened().atZone(community.zone()).toLocalDate()))
                .toList();
    }
}
