/**
 * Stewardship: who oversees which area of the handbook, and how that comes and goes. {@link mainline.stewardship.Nominations} puts
 * members forward, {@link mainline.stewardship.Recalls} asks to end it before the time, {@link mainline.stewardship.Tenures} keeps the terms.
 * Each is settled by a decision or by the person themselves and comes out as a change to the file of stewards.
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
            "concerns",
            "git",
            "handbook",
            "changes"
        })
package mainline.stewardship;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
