package mainline.stewardship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Areas;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.springframework.stereotype.Component;

/** The versions of the file of stewards, as git keeps them. */
@Component
class StewardHistory {
    private static final Pattern CHANGE = Pattern.compile("(?m)^Change: .*/changes/(\\d{1,18})$");

    /** @param change the number of the change it came by; 0 when it came otherwise */
    record Version(String title, String author, Instant at, long change) {}

    private final GitRepositories repositories;

    StewardHistory(GitRepositories repositories) {
        this.repositories = repositories;
    }

    /** The newest first. */
    List<Version> of(CommunityId community, int most) {
        try (GitRepository git = repositories.open(community)) {
            return git.history().of(git.head(), Areas.FILE, most).stream()
                    .map(StewardHistory::version)
                    .toList();
        }
    }

    /** When that commit was made; nothing when it is not on the main line. */
    Optional<Instant> at(CommunityId community, String commit) {
        try (GitRepository git = repositories.open(community)) {
            return git.commit(commit).map(found -> found.getCommitterIdent().getWhenAsInstant());
        }
    }

    private static Version version(RevCommit commit) {
        Matcher footer = CHANGE.matcher(commit.getFullMessage());
        return new Version(
                commit.getShortMessage(),
                commit.getAuthorIdent().getName(),
                commit.getCommitterIdent().getWhenAsInstant(),
                footer.find() ? Long.parseLong(footer.group(1)) : 0);
    }
}
