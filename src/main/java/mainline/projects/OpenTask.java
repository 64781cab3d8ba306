package mainline.projects;

/** A task that nobody has claimed, with its project. */
public record OpenTask(Task task, Project project) {}
