/**
 * Concerns: how a question is settled by nobody being against it. {@link mainline.concerns.Concerns} are raised, answered, settled and
 * judged; consent is asked in {@link mainline.concerns.Rounds}. What neither settles goes on as a decision of another method.
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
            "discussion",
            "decisions"
        })
package mainline.concerns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
