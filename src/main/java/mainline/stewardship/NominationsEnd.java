package mainline.stewardship;

import java.time.Clock;
import mainline.community.MemberLeft;
import mainline.decisions.DecisionWithdrawn;
import mainline.decisions.Escalations;
import mainline.handbook.Handbook;
import mainline.kernel.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nominations that end without an answer: their question was withdrawn, or somebody left. */
@Component
class NominationsEnd {
    private static final int MOST = 1000;

    private final NominationStore store;
    private final Handbook handbook;
    private final Escalations escalations;
    private final StewardActs acts;
    private final Clock clock;

    NominationsEnd(NominationStore store, Handbook handbook, Escalations escalations, StewardActs acts, Clock clock) {
        this.store = store;
        this.handbook = handbook;
        this.escalations = escalations;
        this.acts = acts;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawn(DecisionWithdrawn withdrawn) {
        Subject about = withdrawn.about();
        if (about == null || about.kind() != Subject.Kind.NOMINATION) return;
        handbook.hold(about.community());
        store.lock(about);
        Nomination nomination = store.find(about).orElseThrow();
        if (nomination.state() instanceof Nomination.Deciding deciding
                && escalations.first(withdrawn.decision()).equals(deciding.decision()))
            store.end(about, "WITHDRAWN", clock.instant(), null);
    }

    /** Who left cannot be confirmed, and who left before there was an answer asks nothing any more. */
    @EventListener
    @Order(1)
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(MemberLeft left) {
        handbook.hold(left.community());
        for (Nomination nomination : store.concerning(left.community(), left.person(), MOST)) {
            boolean deciding = nomination.state() instanceof Nomination.Deciding;
            boolean nominee = nomination.nominee().equals(left.person());
            if (deciding && !nominee) continue;
            store.end(nomination.subject(), "LAPSED", clock.instant(), nominee ? "left" : "asker-left");
            if (deciding)
                acts.byItself(
                        StewardshipVerb.NOMINATION_LAPSED, nomination.subject(), left.person(), nomination.area());
        }
    }
}
