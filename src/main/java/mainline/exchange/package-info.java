/**
 * Bringing things in from elsewhere and taking them along, and handbooks that begin from another's: {@link mainline.exchange.Forks},
 * {@link mainline.exchange.Offers}.
 * An import is one transaction: all of a file or nothing, and the same file twice changes nothing.
 * What is read here is data from strangers: it is bounded, parsed without entities and cleaned before it is kept.
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
            "mission",
            "git",
            "handbook",
            "changes",
            "ideas",
            "results"
        })
package mainline.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
