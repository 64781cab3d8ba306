package mainline.remarks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Credits;
import mainline.changes.ProposedCommits;
import mainline.changes.Version;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Signatures;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.stereotype.Component;

/** Writes the next version of a change with suggested wordings in it; who suggested them is credited. */
@Component
class SuggestedVersion {
    private final Changes changes;
    private final ProposedCommits commits;
    private final GitRepositories repositories;
    private final Signatures signatures;
    private final Credits credits;
    private final Clock clock;

    SuggestedVersion(
            Changes changes,
            ProposedCommits commits,
            GitRepositories repositories,
            Signatures signatures,
            Credits credits,
            Clock clock) {
        this.changes = changes;
        this.commits = commits;
        this.repositories = repositories;
        this.signatures = signatures;
        this.credits = credits;
        this.clock = clock;
    }

    /**
     * @throws Refused for the whole: the wordings do not fit, or change nothing
     */
    Change write(Member author, Change change, List<Remark> taken) {
        Instant now = clock.instant();
        List<Version> versions = changes.versions(change);
        Version last = versions.getLast();
        try (GitRepository git = repositories.open(author.community())) {
            Map<String, byte[]> files = Wordings.files(git, versions, taken);
            PersonIdent signed = signatures.of(author.community(), author.person(), now);
            Set<PersonId> by = taken.stream().map(Remark::by).collect(Collectors.toSet());
            String message = message(change, credits.lines(author.community(), others(author, by)));
            ObjectId head = git.replace(last.head(), files, new GitRepository.Signed(signed, signed, message));
            List<String> paths = git.differences(last.base(), head);
            if (paths.isEmpty()) throw Refused.because("", "change.nothing");
            Change next = next(change, now, paths);
            commits.take(git, next, last.base(), head, by);
            return next;
        }
    }

    private static String message(Change change, String credit) {
        return change.title() + "\n\n" + change.why() + "\n" + (credit.isEmpty() ? "" : "\n" + credit);
    }

    private static List<PersonId> others(Member author, Set<PersonId> by) {
        return by.stream().filter(person -> !person.equals(author.person())).toList();
    }

    private static Change next(Change change, Instant at, List<String> paths) {
        return new Change(
                change.subject(),
                change.title(),
                change.why(),
                change.interest(),
                change.author(),
                change.from(),
                change.clause(),
                change.version() + 1,
                at,
                paths,
                change.state(),
                change.coauthors());
    }
}
