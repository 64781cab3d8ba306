package mainline.changes;

import java.time.Clock;
import java.util.List;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Signatures;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes to take a merged change back; that is a change like any other and goes through the same gate. */
@Component
public class Reversal {
    private final Changes changes;
    private final ProposedCommits commits;
    private final OutcomeStore outcomes;
    private final GitRepositories repositories;
    private final Signatures signatures;
    private final Clock clock;

    Reversal(
            Changes changes,
            ProposedCommits commits,
            OutcomeStore outcomes,
            GitRepositories repositories,
            Signatures signatures,
            Clock clock) {
        this.changes = changes;
        this.commits = commits;
        this.outcomes = outcomes;
        this.repositories = repositories;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * @param title of the new change, in the member's language
     * @param typed why it should be taken back
     * @throws Refused for the field {@code why}, or for the whole: not merged, changed again since, or taken back already
     */
    @Transactional
    public Change propose(Member member, Subject merged, String title, String typed) {
        String why = typed.replace("\r\n", "\n").strip();
        new Refused.Check().text(why, "why", Proposal.LONGEST_WHY).orRefuse();
        changes.hold(merged);
        ObjectId done = outcomes.mergedAs(merged).orElseThrow(() -> Refused.because("", "change.revert.not-merged"));
        try (GitRepository git = repositories.open(member.community())) {
            ObjectId head = git.head();
            PersonIdent by = signatures.of(member.community(), member.person(), clock.instant());
            ObjectId undone = git.merges()
                    .merge(
                            done,
                            head,
                            git.history().parent(done),
                            new GitRepository.Signed(by, by, title + "\n\n" + why + "\n"))
                    .orElseThrow(() -> Refused.because("", "change.revert.conflict"));
            List<String> paths = git.differences(head, undone);
            if (paths.isEmpty()) throw Refused.because("", "change.revert.nothing");
            return commits.push(
                    git,
                    member,
                    null,
                    merged,
                    new Pushed(head, undone, Proposal.cut(title), why, paths, List.of(), List.of()));
        }
    }
}
