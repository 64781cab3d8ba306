/**
 * Communities, who belongs to them, and what a viewer may see: every other module finds its things through {@link mainline.community.Here}.
 * It also hands out the small numbers that objects of a community carry in their addresses, and keeps the counts that are shown often.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "text", "look", "platform", "people"})
package mainline.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
