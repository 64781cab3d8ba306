/**
 * Counting: the methods by which votes become an outcome, and the file formats in which ballots travel.
 * It knows neither people nor a database, so that anyone can recount offline with the very code that counted.
 * Options are numbered from 1 in the order of the ballot; whatever could be settled by chance is settled by a {@link mainline.tally.Lot}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package mainline.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
