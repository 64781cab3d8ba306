/**
 * Effort: what an idea needs in hours per kind, what members promise, and what they then delivered.
 * When live pledges cover the need in every kind, {@link mainline.effort.NeedCovered} tells so in the same transaction.
 * Pledges and contributions are given to an idea; the project that grows out of it carries them on.
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
            "ideas"
        })
package mainline.effort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
