package mainline.mission;

import mainline.kernel.Subject;
import mainline.platform.Movement;
import mainline.platform.MovementListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Forgets a mission that another process has made old, before pages are made anew from it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MissionMoved implements MovementListener {
    private final Mission mission;

    MissionMoved(Mission mission) {
        this.mission = mission;
    }

    @Override
    public void moved(Movement movement) {
        if (movement.subject().kind() == Subject.Kind.MISSION)
            mission.drop(movement.subject().community());
    }

    @Override
    public void anythingMoved() {
        mission.dropAll();
    }
}
