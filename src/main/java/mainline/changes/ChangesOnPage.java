package mainline.changes;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mainline.community.Here;
import mainline.handbook.HandbookPage;
import mainline.handbook.PagePanel;
import mainline.look.Fragments;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On a page of the handbook: what is being changed about it, and the viewer's own changes in preparation it could join. */
@Component
@Order(5)
class ChangesOnPage implements PagePanel {
    private static final int MOST = 3;

    private final Changes changes;
    private final Workspaces workspaces;
    private final Fragments fragments;

    ChangesOnPage(Changes changes, Workspaces workspaces, Fragments fragments) {
        this.changes = changes;
        this.workspaces = workspaces;
        this.fragments = fragments;
    }

    @Override
    public @Nullable Content of(HandbookPage page, Here here) {
        List<Change> touching = changes.touching(page.community(), page.path());
        List<Workspace> mine = here.isMember() ? workspaces.of(here.member()) : List.of();
        if (touching.isEmpty() && mine.isEmpty()) return null;
        Content open = fragments.of("changes/onpage", new Show(here, touching));
        Content own = fragments.of(
                "changes/inwork",
                new Mine(here, page.path(), mine.stream().limit(MOST).toList()));
        return output -> {
            if (!touching.isEmpty()) open.writeTo(output);
            if (!mine.isEmpty()) own.writeTo(output);
        };
    }

    record Show(Here here, List<Change> changes) {}

    record Mine(Here here, String path, List<Workspace> workspaces) {
        String address(Workspace workspace) {
            return here.path(workspace.path()) + "/file?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        }
    }
}
