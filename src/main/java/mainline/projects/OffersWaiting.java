package mainline.projects;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Projects whose convener's place is offered to this person. */
@Component
@Order(34)
class OffersWaiting implements Waiting {
    private final Projects projects;

    OffersWaiting(Projects projects) {
        this.projects = projects;
    }

    @Override
    public boolean asksViewer() {
        return true;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        if (!viewer.isMember()) return List.of();
        return projects.offeredTo(viewer.member(), MANY).stream()
                .map(project -> Awaited.written("convener", project.title(), project.path(), project.title()))
                .toList();
    }
}
