/**
 * The handbook: the community's canonical body of pages in a git repository that anyone can clone, which only reviewed changes
 * enter. {@link mainline.handbook.Handbook} reads and turns its pages, {@link mainline.handbook.Stewards} says who oversees which
 * folder, {@link mainline.handbook.HandbookImport} brings a whole history along.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "text", "look", "platform", "people", "community", "record", "chain", "git"})
package mainline.handbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
