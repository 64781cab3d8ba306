package mainline.exchange;

import java.util.ArrayList;
import java.util.List;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.git.FileEdit;
import mainline.git.GitRepository;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files of a fork that somebody wants to offer: those of a merged change, or pages as they are now. */
@Component
class OfferedFiles {
    private static final int LOOKED_BACK = 20;

    private final Changes changes;

    OfferedFiles(Changes changes) {
        this.changes = changes;
    }

    /**
     * @param commits those that wrote it
     * @param source the merged change; null for pages
     */
    record Content(
            Transfer.Side base,
            Transfer.Side wanted,
            List<String> paths,
            List<RevCommit> commits,
            @Nullable Subject source) {
        /** @throws Refused as a whole: nothing differs, or files contradict, which are named */
        List<FileEdit> onto(Transfer.Side ours) {
            return Transfer.of(base, wanted, ours, paths).orRefuse();
        }
    }

    /** @param both the origin's handbook and, as theirs, the fork's */
    Content of(HandbookPairs.Pair both, Fork fork, Offers.Wish wish) {
        return wish.change() > 0 ? ofChange(both.theirs(), merged(fork, wish.change())) : ofPages(both, fork, wish);
    }

    private Change merged(Fork fork, int number) {
        return changes.find(fork.community(), number)
                .filter(change -> changes.commitOf(change).isPresent())
                .orElseThrow(() -> new Missing("merged change " + number));
    }

    private Content ofChange(GitRepository theirs, Change change) {
        ObjectId done = changes.commitOf(change).orElseThrow();
        ObjectId before = theirs.history().parent(done);
        return new Content(
                new Transfer.Side(theirs, before),
                new Transfer.Side(theirs, done),
                without(theirs.differences(before, done)),
                List.of(theirs.read(done)),
                change.subject());
    }

    private static Content ofPages(HandbookPairs.Pair both, Fork fork, Offers.Wish wish) {
        GitRepository theirs = both.theirs();
        ObjectId head = theirs.head();
        List<String> paths = without(wish.pages());
        List<ObjectId> own = theirs.history().between(fork.own(), head, Forks.FARTHEST).stream()
                .map(RevCommit::copy)
                .toList();
        List<RevCommit> commits = new ArrayList<>();
        for (String path : paths)
            theirs.history().of(head, path, LOOKED_BACK).stream()
                    .filter(own::contains)
                    .forEach(commits::add);
        return new Content(
                new Transfer.Side(both.ours(), fork.common()), new Transfer.Side(theirs, head), paths, commits, null);
    }

    private static List<String> without(List<String> paths) {
        return paths.stream().filter(path -> !path.equals(Forks.OWN)).toList();
    }
}
