package mainline.decisions;

import gg.jte.Content;
import mainline.community.Here;
import mainline.interests.Declared;
import mainline.interests.InterestsView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What whoever asked gains by it. */
@Component
@Order(0)
class AskersInterest implements DecisionPanel {
    private final InterestsView interests;

    AskersInterest(InterestsView interests) {
        this.interests = interests;
    }

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        return interests.of(here, decision.subject(), Declared.Act.QUESTION);
    }
}
