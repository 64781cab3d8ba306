/**
 * The record: the public log of every act that matters, one row per act, written in the act's transaction and never changed.
 * The database refuses updates and deletions. Later modules name their acts; this one keeps and shows them.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "text", "look", "platform", "people", "community", "invitations", "proof"})
package mainline.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
