/**
 * Git in the database: each community has one repository, whose packs and refs are rows like everything else, so that a merge,
 * its state and its record entry are one transaction. {@link mainline.git.GitRepositories} opens a {@link mainline.git.GitRepository} for one act
 * or one page; {@link mainline.git.Repacking} keeps clones quick. No git process is ever started.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "text", "platform"})
package mainline.git;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
