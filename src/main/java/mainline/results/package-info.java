/**
 * Results: what came of it. A practice is a handbook page that can be tried out; members report trials of it.
 * On a project's review date its evaluation opens by itself and a verdict is due: keep, revise or retire.
 * To revise drafts the next change, which cites the trials, so that the loop goes round.
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
            "interests",
            "chain",
            "discussion",
            "mission",
            "ideas",
            "effort",
            "projects",
            "handbook",
            "changes",
            "stewardship"
        })
package mainline.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
