/**
 * Decisions: questions a community settles, by the lightest method that fits. Each has an electorate frozen on its roll, a window
 * and an outcome that anyone can recount from its published ballots. {@link mainline.decisions.Decisions} opens and closes,
 * {@link mainline.decisions.Ballots} takes votes; secret ones are kept so that nobody can rejoin them to their voters.
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
            "proof",
            "record",
            "interests",
            "chain",
            "discussion",
            "tally"
        })
package mainline.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
