/**
 * Changes: proposed edits to the handbook, in versions. {@link mainline.changes.Changes} finds and reads them, {@link
 * mainline.changes.Proposals} proposes and revises them, {@link mainline.changes.ProposedCommits} takes commits that are there, as
 * of a push; {@link mainline.changes.Merging} makes one part of the handbook, and {@link mainline.changes.Enactments} what was decided
 * elsewhere. A change's page is a list of {@link mainline.changes.ChangePanel}s.
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
            "decisions",
            "mission",
            "git",
            "handbook"
        })
package mainline.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
