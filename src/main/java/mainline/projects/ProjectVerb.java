package mainline.projects;

import static mainline.record.Hearer.answered;
import static mainline.record.Hearer.asked;
import static mainline.record.Hearer.followers;
import static mainline.record.Hearer.owner;

import java.util.List;
import mainline.record.Hearer;
import mainline.record.Verb;

/** What is done in a project. */
enum ProjectVerb implements Verb {
    STARTED("project.started", asked("who may convene it first"), owner(), followers()),
    CONVENER_TOOK("convener.took", answered("the convener before"), owner(), followers()),
    CONVENER_DECLINED("convener.declined", owner(), followers()),
    CONVENER_OFFERED("convener.offered", asked("the one it is offered to"), followers()),
    PLAN_SET("plan.set", followers()),
    PLAN_CHANGED("plan.changed", followers()),
    REVIEW_MOVED("review.moved", followers()),
    TASK_ADDED("task.added", followers()),
    TASK_CLAIMED("task.claimed", owner(), followers()),
    TASK_RELEASED("task.released", owner(), followers()),
    TASK_FINISHED("task.finished", owner(), followers()),
    UPDATE_POSTED("update.posted", owner(), followers());

    private final String code;
    private final List<Hearer> hearers;

    ProjectVerb(String code, Hearer... hearers) {
        this.code = code;
        this.hearers = List.of(hearers);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Hearer> hearers() {
        return hearers;
    }
}
