/**
 * The small words that every module shares: ids, links to any object, text and its rendering.
 * Nothing here knows a database or a page. Keep it to about a dozen types.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package mainline.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
