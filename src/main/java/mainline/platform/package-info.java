/**
 * What the modules stand on: settings, the database (embedded or external), the clock, jobs, mail and rate limits.
 * It knows only the kernel. Start with {@link mainline.platform.Settings}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package mainline.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
