/**
 * Founding: how a community comes into being and finds its feet. What a founder begins with is asked in one form; then a list of what
 * comes next stands on their home until it is done or put away.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "look",
            "platform",
            "people",
            "community",
            "invitations",
            "decisions",
            "handbook",
            "mission"
        })
package mainline.founding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
