/**
 * The small words that every module shares: ids, links to any object, reasons, pages of a list, and what a request may cost.
 * Nothing here knows a database or a page. Keep it to about a dozen types.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package mainline.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
