/**
 * Bringing things in from elsewhere and taking them along.
 * An import is one transaction: all of a file or nothing, and the same file twice changes nothing.
 * What is read here is data from strangers: it is bounded, parsed without entities and cleaned before it is kept.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "platform",
            "people",
            "community",
            "record",
            "discussion",
            "mission",
            "handbook",
            "ideas"
        })
package mainline.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
