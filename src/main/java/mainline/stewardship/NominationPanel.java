package mainline.stewardship;

import gg.jte.Content;
import mainline.community.Here;
import mainline.decisions.Decision;
import mainline.decisions.DecisionPanel;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On the page of a decision about a nomination or a recall: that its outcome changes the file of stewards. */
@Component
@Order(3)
class NominationPanel implements DecisionPanel {
    private final Nominations nominations;
    private final Fragments fragments;

    NominationPanel(Nominations nominations, Fragments fragments) {
        this.nominations = nominations;
        this.fragments = fragments;
    }

    record Show(Here here, Subject about, boolean lapsed) {}

    @Override
    public @Nullable Content of(Decision decision, Here here) {
        Subject about = decision.about();
        if (about == null) return null;
        if (about.kind() == Subject.Kind.RECALL) return fragments.of("stewardship/about", new Show(here, about, false));
        if (about.kind() != Subject.Kind.NOMINATION) return null;
        return nominations
                .find(about.community(), about.number())
                .filter(found -> found.decision() != null)
                .map(found -> fragments.of(
                        "stewardship/about", new Show(here, about, found.state() instanceof Nomination.Lapsed)))
                .orElse(null);
    }
}
