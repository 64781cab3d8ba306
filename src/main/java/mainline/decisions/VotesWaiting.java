package mainline.decisions;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Votes that this member has not cast yet. */
@Component
@Order(10)
class VotesWaiting implements Waiting {
    private final Ballots ballots;

    VotesWaiting(Ballots ballots) {
        this.ballots = ballots;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return ballots.waitingFor(viewer.member(), MANY).stream()
                .map(decision -> Awaited.written("vote", decision.question(), decision.path(), decision.ends())
                        .leadingTo(decision.path() + "#ballot")
                        .until(decision.ends()))
                .toList();
    }
}
