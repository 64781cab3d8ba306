/**
 * The handbook: the community's canonical body of pages in a git repository that anyone can clone, which only reviewed changes enter.
 * Git's packs and refs lie in the same database as everything else, so a merge, its state and its record entry are one transaction.
 * {@link mainline.handbook.Handbook} reads, {@link mainline.handbook.Changes} proposes, reviews and merges,
 * {@link mainline.handbook.Stewards} says who oversees which folder.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "look",
            "platform",
            "people",
            "community",
            "record",
            "chain",
            "discussion",
            "decisions"
        })
package mainline.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
