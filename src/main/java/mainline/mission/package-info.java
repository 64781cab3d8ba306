/**
 * The mission: one sentence and numbered clauses, in versions; everything else names the clause it serves.
 * Clauses keep their numbers from version to version.
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
            "invitations",
            "record",
            "chain",
            "decisions"
        })
package mainline.mission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
