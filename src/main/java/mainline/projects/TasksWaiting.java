package mainline.projects;

import java.util.List;
import mainline.community.Awaited;
import mainline.community.Viewer;
import mainline.community.Waiting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tasks that nobody has taken yet. */
@Component
@Order(80)
class TasksWaiting implements Waiting {
    private static final int MOST = 2;

    private final Tasks tasks;

    TasksWaiting(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Awaited> of(Viewer viewer) {
        return tasks.unclaimed(viewer, MOST).stream()
                .map(open -> Awaited.written(
                        "task",
                        open.task().title(),
                        open.project().path(),
                        open.project().title()))
                .toList();
    }
}
