/**
 * Interests: what people say that they gain by an act of theirs. {@link mainline.interests.Interests} keeps it beside the act, where
 * it is shown; a person's page lists their own. What modules keep themselves, as with an idea, they add by {@link
 * mainline.interests.DeclaredElsewhere}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "look", "people", "community", "record"})
package mainline.interests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
