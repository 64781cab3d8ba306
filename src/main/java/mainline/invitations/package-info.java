/**
 * Invitations: how members bring others into a community, by an address they pass on themselves or by mail to one person each.
 * {@link mainline.invitations.InvitationLinks} says which hold, and whoever joins by one is told of to whoever made it.
 * The tables lie in the history of {@code community}, where they began.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "look", "people", "community"})
package mainline.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
