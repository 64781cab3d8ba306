/**
 * Threaded comments under any object, each with a permanent address and visible edits, and the reply debts they leave:
 * a first comment that nobody has answered yet.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "text", "look", "platform", "people", "community", "record"})
package mainline.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
