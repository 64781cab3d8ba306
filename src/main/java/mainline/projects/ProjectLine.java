package mainline.projects;

import mainline.chain.Chain;
import mainline.chain.Node;
import mainline.chain.Step;
import mainline.kernel.Reason;
import org.springframework.stereotype.Component;

/** Where a project stands on its line from the idea to the verdict. */
@Component
class ProjectLine {
    private final Chain chain;

    ProjectLine(Chain chain) {
        this.chain = chain;
    }

    /** Puts its present state there. */
    void put(Project project) {
        chain.put(
                chain.threadOf(project.idea()),
                new Node(
                        project.subject(),
                        Step.PROJECT,
                        Reason.of("chain.project", project.subject().number()),
                        note(project),
                        project.path(),
                        !project.isRunning()));
    }

    private static Reason note(Project project) {
        if (!project.isRunning()) return Reason.of("chain.project.ended");
        return project.review() == null
                ? Reason.of("chain.project.begun")
                : Reason.of("chain.project.review", project.review());
    }
}
