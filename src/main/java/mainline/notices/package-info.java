/**
 * Notices: who must hear of what, and by which way. Other modules publish a {@link mainline.community.Notice} and know no more of it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "text", "look", "platform", "people", "community", "chain", "record"})
package mainline.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
