package mainline.decisions;

import gg.jte.Content;
import java.util.List;
import mainline.community.Here;
import mainline.discussion.DiscussedPanel;
import mainline.kernel.Subject;
import mainline.look.Fragments;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of anything: what was decided or is being decided upon it. */
@Component
class DecisionsUpon implements DiscussedPanel {
    private static final int MOST = 10;
    private static final int MOST_KNOWN = 5_000;

    private final Decisions decisions;
    private final Fragments fragments;
    private final Kept<Subject, List<Decision>> known;

    DecisionsUpon(Decisions decisions, Fragments fragments, Memory memory) {
        this.decisions = decisions;
        this.fragments = fragments;
        this.known = memory.ofThings(MOST_KNOWN);
    }

    record Show(Here here, List<Decision> decisions) {}

    @Override
    public @Nullable Content of(Subject about, Here here) {
        List<Decision> upon = known.get(about, any -> decisions.about(any, MOST));
        return upon.isEmpty() ? null : fragments.of("decisions/upon", new Show(here, upon));
    }
}
