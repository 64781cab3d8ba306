package mainline.drafting;

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

/** On a page of the handbook: the viewer's own changes in preparation that it could join. */
@Component
@Order(6)
class WorkspacesOnPage implements PagePanel {
    private static final int MOST = 3;

    private final Workspaces workspaces;
    private final Fragments fragments;

    WorkspacesOnPage(Workspaces workspaces, Fragments fragments) {
        this.workspaces = workspaces;
        this.fragments = fragments;
    }

    record Show(Here here, String path, List<Workspace> workspaces) {
        String address(Workspace workspace) {
            return here.path(workspace.path()) + "/file?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        }
    }

    @Override
    public @Nullable Content of(HandbookPage page, Here here) {
        if (!here.isMember()) return null;
        List<Workspace> mine = workspaces.of(here.member()).stream().limit(MOST).toList();
        return mine.isEmpty() ? null : fragments.of("drafting/inwork", new Show(here, page.path(), mine));
    }
}
