/**
 * Projects: ideas that enough pledged effort has admitted. Each has a convener, measures and a review date, tasks and updates.
 * A project begins by itself when {@link mainline.effort.NeedCovered} is told, and ends with its verdict.
 * Later modules add their parts to its page through {@link mainline.projects.ProjectPanel}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "text",
            "look",
            "platform",
            "people",
            "community",
            "record",
            "chain",
            "discussion",
            "mission",
            "ideas",
            "effort"
        })
package mainline.projects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
