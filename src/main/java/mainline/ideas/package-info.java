/**
 * Ideas: what anyone may share, which clause of the mission it serves, and what its author's interest in it is.
 * An idea is published at once, keeps every version, and may be withdrawn by its author.
 * Later modules add their parts to its page and its composer through {@link mainline.ideas.IdeaPanel} and {@link mainline.ideas.IdeaComposing}.
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
            "mission"
        })
package mainline.ideas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
