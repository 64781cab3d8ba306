/**
 * People with an account or imported without one: joining, signing in, sessions, profiles, and who is asking now.
 * A person is known by a handle; titles are free text and carry no rights.
 * Passwords, session keys and links from mails never leave this module.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "look", "platform", "pictures"})
package mainline.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
