package mainline.drafting;

import gg.jte.Content;
import java.util.List;
import mainline.changes.ChangesPanel;
import mainline.community.Here;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Above the list of changes: the member's own in preparation, and the way to begin one. */
@Component
@Order(0)
class WorkspacesPanel implements ChangesPanel {
    private final Workspaces workspaces;
    private final Fragments fragments;

    WorkspacesPanel(Workspaces workspaces, Fragments fragments) {
        this.workspaces = workspaces;
        this.fragments = fragments;
    }

    record Show(Here here, List<Workspace> workspaces) {}

    @Override
    public @Nullable Content of(Here here) {
        if (!here.isMember()) return null;
        return fragments.of("drafting/mine", new Show(here, workspaces.of(here.member())));
    }
}
