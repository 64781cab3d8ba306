/**
 * Live: an open page hears that something became of what it shows. It is told that, never what: the page then asks for its
 * content anew, by the address at which it is decided who sees what. {@link mainline.live.Listeners} are all the pages that
 * are open in this process.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "people", "community"})
package mainline.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
