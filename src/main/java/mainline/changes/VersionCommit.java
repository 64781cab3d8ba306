package mainline.changes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import mainline.community.Member;
import mainline.git.GitRepository;
import mainline.handbook.Signatures;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the commit of a version from what its author settled, signed by them. */
@Component
class VersionCommit {
    private final Signatures signatures;
    private final Credits credits;
    private final Clock clock;

    VersionCommit(Signatures signatures, Credits credits, Clock clock) {
        this.signatures = signatures;
        this.credits = credits;
        this.clock = clock;
    }

    /** A version's commit, and what differs by it. */
    record Written(ObjectId head, List<String> paths, Instant at) {
        Change change(Subject subject, PersonId author, Reasons reasons, int version, Set<PersonId> coauthors) {
            return new Change(
                    subject,
                    reasons.title(),
                    reasons.why(),
                    reasons.interest(),
                    author,
                    reasons.from(),
                    reasons.clause(),
                    version,
                    at,
                    paths,
                    new Change.Open(),
                    coauthors);
        }
    }

    /**
     * @param before the version it takes the place of; null for the first one
     * @throws Refused for {@code text} when it would change nothing
     */
    Written write(GitRepository git, Member by, Reasons reasons, Settled settled, @Nullable Change before) {
        Instant now = clock.instant();
        PersonIdent signature = signatures.of(by.community(), by.person(), now);
        String credit = before == null ? "" : credits.lines(before);
        String message = reasons.title() + "\n\n" + reasons.why() + "\n" + (credit.isEmpty() ? "" : "\n" + credit);
        ObjectId head =
                git.write(settled.base(), settled.edits(), new GitRepository.Signed(signature, signature, message));
        List<String> paths = git.differences(settled.base(), head);
        if (paths.isEmpty()) throw Refused.because("text", "change.nothing");
        return new Written(head, paths, now);
    }
}
