package mainline.stewardship;

import java.time.Clock;
import java.util.List;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Area;
import mainline.handbook.PagePaths;
import mainline.handbook.Signatures;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Reason;
import org.eclipse.jgit.revwalk.RevCommit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Commits signed by the person that came otherwise than as a change, as with an imported history. */
@Component
@Order(20)
class DeedsInGit implements AreaDeeds {
    private static final int LOOKED_AT = 1000;
    private static final String CHANGE = "\nChange: ";

    private final GitRepositories repositories;
    private final Signatures signatures;
    private final Clock clock;

    DeedsInGit(GitRepositories repositories, Signatures signatures, Clock clock) {
        this.repositories = repositories;
        this.signatures = signatures;
        this.clock = clock;
    }

    @Override
    public List<Deed> of(CommunityId community, PersonId person, Area area, int most) {
        try (GitRepository git = repositories.open(community)) {
            return signed(git, community, person).stream()
                    .flatMap(commit -> touched(git, commit, area).limit(1).map(path -> deed(commit, path)))
                    .limit(most)
                    .toList();
        }
    }

    private static Deed deed(RevCommit commit, String path) {
        String page = PagePaths.address(path);
        return new Deed(
                Reason.of("deed.COMMIT"),
                commit.getShortMessage(),
                path.endsWith(".md") ? page + "?diff=" + commit.name() : page,
                commit.getAuthorIdent().getWhenAsInstant());
    }

    @Override
    public List<Reason> summary(CommunityId community, PersonId person, Area area) {
        try (GitRepository git = repositories.open(community)) {
            long count = signed(git, community, person).stream()
                    .filter(commit -> touched(git, commit, area).findAny().isPresent())
                    .count();
            return count == 0 ? List.of() : List.of(Reason.of("deed.count.COMMIT", count));
        }
    }

    private List<RevCommit> signed(GitRepository git, CommunityId community, PersonId person) {
        String address = signatures.of(community, person, clock.instant()).getEmailAddress();
        return git.history().by(git.head(), address, LOOKED_AT).stream()
                .filter(commit -> !commit.getFullMessage().contains(CHANGE))
                .toList();
    }

    private static java.util.stream.Stream<String> touched(GitRepository git, RevCommit commit, Area area) {
        List<String> paths =
                commit.getParentCount() == 0 ? git.paths(commit) : git.differences(commit.getParent(0), commit);
        return paths.stream().filter(area::holds);
    }
}
