/**
 * Changes: proposed edits to the handbook, and the gate between them and it. {@link mainline.changes.Changes} proposes and edits,
 * by browser or by push; {@link mainline.changes.Reviews} endorses, approves and merges what every
 * {@link mainline.changes.MergeRule} lets through.
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
            "decisions",
            "mission",
            "git",
            "handbook"
        })
package mainline.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
