/**
 * Review: the gate between a change and the handbook. {@link mainline.review.Reviews} endorses, approves and merges what every
 * {@link mainline.review.MergeRule} lets through; {@link mainline.review.Concerns} hold it, two stewards may call an emergency,
 * and {@link mainline.review.Asks} says whose word is next and reminds them.
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
            "decisions",
            "git",
            "handbook",
            "changes",
            "remarks"
        })
package mainline.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
