package mainline.decisions;

import gg.jte.Content;
import mainline.community.Here;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a decision's page: what it goes on from, and as what it goes on. */
@Component
@Order(5)
class EscalationPanel implements DecisionPanel {
    record Show(
            Here here, @Nullable Subject before, @Nullable Subject next) {}

    private final Escalations escalations;
    private final Fragments fragments;

    EscalationPanel(Escalations escalations, Fragments fragments) {
        this.escalations = escalations;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        Subject before = escalations.before(decision.subject()).orElse(null);
        Subject next = escalations.next(decision.subject()).orElse(null);
        return before == null && next == null
                ? null
                : fragments.of("decisions/escalation", new Show(here, before, next));
    }
}
