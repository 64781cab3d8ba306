package mainline.exchange;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.ProposedCommits;
import mainline.community.Member;
import mainline.git.FileEdit;
import mainline.git.GitRepository;
import mainline.handbook.Signatures;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.springframework.stereotype.Component;

/** Proposes what comes from another handbook, and names those who wrote it there. */
@Component
class CreditedCommits {
    static final int MOST_CREDITED = 50;

    private final ProposedCommits commits;
    private final Signatures signatures;
    private final Clock clock;

    CreditedCommits(ProposedCommits commits, Signatures signatures, Clock clock) {
        this.commits = commits;
        this.signatures = signatures;
        this.clock = clock;
    }

    /**
     * @param words the message before its credits
     * @param credited commits whose authors are named
     */
    Change propose(Member author, GitRepository git, List<FileEdit> files, String words, List<RevCommit> credited) {
        PersonIdent signed = signatures.of(author.community(), author.person(), clock.instant());
        String message = words + "\n\n" + credits(credited, signed);
        ObjectId commit = git.write(git.head(), files, new GitRepository.Signed(signed, signed, message));
        return commits.propose(author, git, commit);
    }

    /** A line of git's own kind for everybody who wrote these, except the one who signs. */
    private static String credits(List<RevCommit> commits, PersonIdent signs) {
        Set<String> names = new LinkedHashSet<>();
        for (RevCommit commit : commits) {
            PersonIdent author = commit.getAuthorIdent();
            names.add(author.getName() + " <" + author.getEmailAddress() + ">");
            names.addAll(commit.getFooterLines("Co-authored-by"));
        }
        return names.stream()
                .map(name -> name.replaceAll("\\p{Cc}", ""))
                .filter(name -> !name.endsWith("<" + signs.getEmailAddress() + ">"))
                .limit(MOST_CREDITED)
                .map(name -> "Co-authored-by: " + name + "\n")
                .collect(Collectors.joining());
    }
}
