package mainline.projects;

import mainline.record.Verb;

/** What is done in a project. */
enum ProjectVerb implements Verb {
    STARTED("project.started"),
    CONVENER_TOOK("convener.took"),
    CONVENER_DECLINED("convener.declined"),
    CONVENER_OFFERED("convener.offered"),
    PLAN_SET("plan.set"),
    PLAN_CHANGED("plan.changed"),
    REVIEW_MOVED("review.moved"),
    TASK_ADDED("task.added"),
    TASK_CLAIMED("task.claimed"),
    TASK_RELEASED("task.released"),
    TASK_FINISHED("task.finished"),
    UPDATE_POSTED("update.posted");

    private final String code;

    ProjectVerb(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
