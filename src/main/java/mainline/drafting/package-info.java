/**
 * Drafting: editing the handbook in a browser until it is a proposed change. One page is edited by itself; a
 * {@link mainline.drafting.Workspace} gathers any number of files and pictures, and keeps them while the handbook moves on.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "text",
            "look",
            "platform",
            "people",
            "pictures",
            "community",
            "record",
            "chain",
            "mission",
            "git",
            "handbook",
            "changes"
        })
package mainline.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
