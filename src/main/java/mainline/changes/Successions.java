package mainline.changes;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.git.GitRepository;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Finds the change that pushed commits are the next version of. They go on from one of its versions; or they replace one: the
 * last or the first commit of both has the same author and was written in the same second, which amending and rebasing keep,
 * and has the same first line or touches one of the same files, which tells it from another commit that a script wrote in that
 * second.
 */
final class Successions {
    /** Not only the newest version: its author may have taken a wording on the page since they last pushed. */
    private static final int MOST_VERSIONS = 10;

    private static final int MOST_COMMITS = 200;

    private final GitRepository git;
    private final VersionStore store;
    private final Pushed pushed;
    private final Map<Subject, List<Version>> versions = new HashMap<>();

    Successions(GitRepository git, VersionStore store, Pushed pushed) {
        this.git = git;
        this.store = store;
        this.pushed = pushed;
    }

    /** @param own open changes of the one who pushed */
    Optional<Change> of(List<Change> own) {
        return own.stream()
                .filter(change -> versions(change).stream().anyMatch(this::goesOn))
                .findFirst()
                .or(() -> own.stream().filter(change -> replaces(change, true)).findFirst())
                .or(() -> own.stream().filter(change -> replaces(change, false)).findFirst());
    }

    private List<Version> versions(Change change) {
        return versions.computeIfAbsent(
                change.subject(),
                subject -> store.of(subject).reversed().stream()
                        .limit(MOST_VERSIONS)
                        .toList());
    }

    private boolean goesOn(Version version) {
        return version.head().equals(pushed.head()) || git.history().isBefore(version.head(), pushed.head());
    }

    private boolean replaces(Change change, boolean byTitle) {
        boolean touches = !Collections.disjoint(change.paths(), pushed.paths());
        if (!byTitle && !touches) return false;
        return versions(change).stream().anyMatch(version -> isLike(version, byTitle));
    }

    private boolean isLike(Version version, boolean byTitle) {
        return isLike(git.read(version.head()), git.read(pushed.head()), byTitle)
                || isLike(first(version.base(), version.head()), first(pushed.base(), pushed.head()), byTitle);
    }

    private RevCommit first(ObjectId base, ObjectId head) {
        List<RevCommit> commits = git.history().between(base, head, MOST_COMMITS);
        return commits.isEmpty() ? git.read(head) : commits.getLast();
    }

    private static boolean isLike(RevCommit old, RevCommit now, boolean byTitle) {
        var one = old.getAuthorIdent();
        var other = now.getAuthorIdent();
        return one.getEmailAddress().equalsIgnoreCase(other.getEmailAddress())
                && one.getWhenAsInstant().equals(other.getWhenAsInstant())
                && (!byTitle || old.getShortMessage().equals(now.getShortMessage()));
    }
}
