package mainline.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mainline.changes.Change;
import mainline.changes.ChangeMerged;
import mainline.changes.Changes;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.git.FileEdit;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How far a fork and its origin have moved since they were the same, and what comes over to the fork. */
@Component
class ForkUpdates {
    private static final int MOST_TOLD = 10;

    private final ForkStore store;
    private final Forks forks;
    private final Communities communities;
    private final Changes changes;
    private final CreditedCommits commits;
    private final HandbookPairs handbooks;
    private final GitRepositories repositories;

    ForkUpdates(
            ForkStore store,
            Forks forks,
            Communities communities,
            Changes changes,
            CreditedCommits commits,
            HandbookPairs handbooks,
            GitRepositories repositories) {
        this.store = store;
        this.forks = forks;
        this.communities = communities;
        this.changes = changes;
        this.commits = commits;
        this.handbooks = handbooks;
        this.repositories = repositories;
    }

    /** How many commits both have made since they were the same, counted up to a thousand. */
    record Distance(int ahead, int behind) {}

    Distance distance(Fork fork) {
        try (HandbookPairs.Pair both = handbooks.open(fork.community(), fork.origin())) {
            return new Distance(
                    made(both.ours(), fork.own()).size(),
                    made(both.theirs(), fork.common()).size());
        }
    }

    private static List<RevCommit> made(GitRepository git, ObjectId since) {
        return git.history().between(since, git.head(), Forks.FARTHEST);
    }

    /** The files that differ in a fork from what it has in common with its origin, at most so many. */
    List<String> differing(Fork fork, int most) {
        try (HandbookPairs.Pair both = handbooks.open(fork.community(), fork.origin())) {
            Map<String, ObjectId> before = both.theirs().files(fork.common());
            Map<String, ObjectId> now = both.ours().files(both.ours().head());
            Set<String> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            return all.stream()
                    .filter(path -> !path.equals(Forks.OWN) && !Objects.equals(before.get(path), now.get(path)))
                    .limit(most)
                    .toList();
        }
    }

    /** What the origin merged since, newest first, at most so many. */
    List<String> news(Fork fork, int most) {
        try (GitRepository theirs = repositories.open(fork.origin())) {
            return theirs.history().between(fork.common(), theirs.head(), most).stream()
                    .map(RevCommit::getShortMessage)
                    .toList();
        }
    }

    /**
     * Proposes to bring in what the origin merged since, as a change of the fork.
     *
     * @param title of the change, in the member's language
     * @param why the sentence before the list of what it brings
     * @throws Refused as a whole: nothing is new, such a change is open already, or files contradict, which are named
     */
    @Transactional
    public Change bringIn(Member by, String title, String why) {
        Fork fork = forks.find(by.community()).orElseThrow(() -> new Missing("origin"));
        Community origin = forks.origin(fork, by.person()).orElseThrow(() -> new Missing("origin"));
        Community into = communities.find(by.community()).orElseThrow();
        new Refused.Check()
                .that(!origin.isForMembersOnly() || into.isForMembersOnly(), "", "fork.closed")
                .that(!isUnderWay(into), "", "fork.update-open")
                .orRefuse();
        try (HandbookPairs.Pair both = handbooks.hold(into.id(), origin.id())) {
            GitRepository theirs = both.theirs();
            ObjectId upto = theirs.head();
            List<FileEdit> files = edits(both, fork, upto);
            List<RevCommit> news = theirs.history().between(fork.common(), upto, CreditedCommits.MOST_CREDITED);
            Change change = commits.propose(by, both.ours(), files, title + "\n\n" + why + "\n\n" + list(news), news);
            store.addUpdate(change.subject(), upto);
            return change;
        }
    }

    private boolean isUnderWay(Community fork) {
        return store.lastUpdate(fork.id())
                .flatMap(number -> changes.find(fork.id(), number))
                .filter(Change::isOpen)
                .isPresent();
    }

    private static List<FileEdit> edits(HandbookPairs.Pair both, Fork fork, ObjectId upto) {
        GitRepository theirs = both.theirs();
        List<String> paths = theirs.differences(fork.common(), upto).stream()
                .filter(path -> !path.equals(Forks.OWN))
                .toList();
        return Transfer.of(
                        new Transfer.Side(theirs, fork.common()),
                        new Transfer.Side(theirs, upto),
                        both.ourHead(),
                        paths)
                .orRefuse();
    }

    private static String list(List<RevCommit> commits) {
        String told = commits.stream()
                .limit(MOST_TOLD)
                .map(commit -> "- " + commit.getShortMessage().replaceAll("\\p{Cc}", " "))
                .collect(Collectors.joining("\n"));
        return commits.size() > MOST_TOLD ? told + "\n- …" : told;
    }

    @EventListener
    void merged(ChangeMerged merge) {
        store.broughtIn(merge.change());
    }
}
