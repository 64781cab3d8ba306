package mainline.git;

import java.time.Clock;
import java.util.List;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.internal.storage.dfs.DfsBlockCache;
import org.eclipse.jgit.internal.storage.dfs.DfsBlockCacheConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Opens handbooks. All of them share one cache of blocks, so that memory does not grow with their size. */
@Component
public class GitRepositories {
    static {
        DfsBlockCache.reconfigure(
                new DfsBlockCacheConfig().setBlockSize(GitStore.CHUNK).setBlockLimit(32L * 1024 * 1024));
    }

    private final GitStore store;
    private final Clock clock;
    private final TransactionOperations transactions;
    private final Quotas quotas;

    GitRepositories(GitStore store, Clock clock, TransactionOperations transactions, Quotas quotas) {
        this.store = store;
        this.clock = clock;
        this.transactions = transactions;
        this.quotas = quotas;
    }

    /** To read, and to store what there is room for: beyond its quota the act ends with a {@link mainline.kernel.Refused}. */
    public GitRepository open(CommunityId community) {
        return new GitRepository(new HandbookRepository(store, community, clock, transactions, quotas));
    }

    /** The same for what has to be possible in a full handbook too, such as merging what was let in before. */
    public GitRepository openBeyondQuota(CommunityId community) {
        return new GitRepository(repository(community));
    }

    HandbookRepository repository(CommunityId community) {
        return new HandbookRepository(store, community, clock, transactions, null);
    }

    /** Begins the main branch with its first commit. */
    public void begin(CommunityId community, ObjectId first) {
        boolean begun = store.create(community, new StoredRef(Constants.HEAD, null, null, GitRepository.MAIN))
                && store.create(community, new StoredRef(GitRepository.MAIN, first, null, null));
        if (!begun) throw new IllegalStateException("this handbook has begun already");
    }

    /** Moves the main branch one commit on. */
    public void advance(CommunityId community, ObjectId from, ObjectId to) {
        String main = store.ref(community, Constants.HEAD)
                .map(StoredRef::target)
                .orElseThrow(() -> new IllegalStateException("this handbook has not begun"));
        boolean moved =
                store.move(community, new StoredRef(main, from, null, null), new StoredRef(main, to, null, null));
        if (!moved) throw new IllegalStateException("the handbook moved on at the same time");
    }

    /**
     * Puts these refs, and the main branch of that name, in the place of all there are. The caller has stored their
     * objects; packs named in {@code old} held the history before and go.
     */
    public void replace(CommunityId community, List<StoredRef> refs, String main, List<StoredPack> old) {
        store.refs(community, "").forEach(ref -> store.remove(community, ref));
        refs.forEach(ref -> store.create(community, ref));
        store.create(community, new StoredRef(Constants.HEAD, null, null, main));
        old.forEach(pack -> store.remove(community, pack.name()));
    }

    public List<StoredPack> packs(CommunityId community) {
        return store.packs(community);
    }

    /**
     * Names an annotated tag, which every clone gets.
     *
     * @return false when there is one of that name
     */
    public boolean tag(CommunityId community, String name, ObjectId tag, ObjectId commit) {
        return store.create(community, new StoredRef(Constants.R_TAGS + name, tag, commit, null));
    }

    /** Keeps a version of a change where clones do not see it. */
    public void keep(CommunityId community, long change, int version, ObjectId commit) {
        boolean kept =
                store.create(community, new StoredRef("refs/changes/" + change + "/" + version, commit, null, null));
        if (!kept) throw new IllegalStateException("this version of the change is there already");
    }
}
