package mainline.concerns;

import java.util.List;
import java.util.Set;
import mainline.community.Awaited;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.community.Waiting;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Method;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Questions that ask this member now whether they consent, and to which they have not said a word in this round. */
@Component
@Order(12)
class RoundsWaiting implements Waiting {
    private final Ballots ballots;
    private final Rounds rounds;

    RoundsWaiting(Ballots ballots, Rounds rounds) {
        this.ballots = ballots;
        this.rounds = rounds;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        Member member = viewer.member();
        return ballots.openTo(member, Set.of(Method.CONSENT), MANY).stream()
                .filter(decision -> asks(decision, member))
                .map(decision -> Awaited.written("consent", decision.question(), decision.path(), decision.ends())
                        .until(decision.ends()))
                .toList();
    }

    private boolean asks(Decision decision, Member member) {
        return rounds.whyNotSay(decision, member) == null
                && rounds.words(decision).stream().noneMatch(word -> word.by().equals(member.person()));
    }
}
