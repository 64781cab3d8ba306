package mainline.drafting;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Mine;
import mainline.community.Viewer;
import mainline.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The changes a member has begun and not sent. */
@Component
@Order(40)
class UnsentMine implements Mine {
    private final Workspaces workspaces;

    UnsentMine(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public String kind() {
        return "unsent";
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return workspaces.of(viewer.member()).stream()
                .limit(MANY)
                .map(UnsentMine::row)
                .toList();
    }

    private static Awaited row(Workspace workspace) {
        String title = workspace.reasons().title();
        return new Awaited(
                title.isBlank() ? Reason.of("workspace.untitled") : Reason.of("mine.title", title),
                true,
                workspace.path(),
                Reason.of("mine.unsent.since", workspace.at()),
                Reason.of("mine.go-on"),
                workspace.path(),
                null);
    }
}
