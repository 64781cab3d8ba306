package mainline.exchange;

import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** Opens two handbooks together, to compare them or to carry something over. */
@Component
class HandbookPairs {
    private final Handbook handbook;
    private final GitRepositories repositories;

    HandbookPairs(Handbook handbook, GitRepositories repositories) {
        this.handbook = handbook;
        this.repositories = repositories;
    }

    record Pair(GitRepository ours, GitRepository theirs) implements AutoCloseable {
        Transfer.Side ourHead() {
            return new Transfer.Side(ours, ours.head());
        }

        @Override
        public void close() {
            try (ours) {
                theirs.close();
            }
        }
    }

    Pair open(CommunityId ours, CommunityId theirs) {
        GitRepository first = repositories.open(ours);
        try {
            return new Pair(first, repositories.open(theirs));
        } catch (RuntimeException failed) {
            first.close();
            throw failed;
        }
    }

    /** The same with ours held until the transaction ends. */
    Pair hold(CommunityId ours, CommunityId theirs) {
        handbook.hold(ours);
        return open(ours, theirs);
    }
}
