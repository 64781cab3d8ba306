/**
 * What every page is made of: layout, components, styles, scripts, icons and the words of the interface.
 * A page is one record and one template; the {@link mainline.look.Shell} carries what the frame around it shows.
 * It knows nothing of communities or people beyond the strings it is given.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "text"})
package mainline.look;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
