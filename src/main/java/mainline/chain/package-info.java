/**
 * The one chain that every object stands in: clause, idea, pledges, project, change, handbook, trials, verdict.
 * Each module puts its own nodes on a thread; any page can then draw the whole line in one question.
 * It is a read model: deeds are decided elsewhere, here they are only linked both ways.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "platform", "look", "community"})
package mainline.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
