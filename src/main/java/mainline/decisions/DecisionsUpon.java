package mainline.decisions;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.discussion.DiscussedPanel;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of anything: what was decided or is being decided upon it. */
@Component
class DecisionsUpon implements DiscussedPanel {
    private static final int MOST = 10;

    private final Decisions decisions;
    private final Fragments fragments;

    DecisionsUpon(Decisions decisions, Fragments fragments) {
        this.decisions = decisions;
        this.fragments = fragments;
    }

    record Show(Here here, List<Decision> decisions) {}

    @Override
    public @Nullable Content of(Subject about, Here here) {
        List<Decision> upon = decisions.about(about, MOST);
        return upon.isEmpty() ? null : fragments.of("decisions/upon", new Show(here, upon));
    }
}
