/**
 * Announcements: what stewards, conveners and askers of decisions write to many at once, seldom enough to be read. In
 * whose name one may, {@link mainline.announcements.Voices} knows; how seldom, {@link mainline.announcements.Restraint}.
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
            "handbook",
            "decisions",
            "projects"
        })
package mainline.announcements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
