package mainline.git;

import java.time.Clock;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.internal.storage.dfs.DfsRepository;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryBuilder;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.StoredConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** A community's git repository in the database. Cheap to open, used by one thread for one act. */
final class HandbookRepository extends DfsRepository {
    private final PackObjects objects;
    private final RefTable refs;

    /** @param quotas null when what is stored needs no room beyond what there is */
    HandbookRepository(
            GitStore store,
            CommunityId community,
            Clock clock,
            TransactionOperations transactions,
            @Nullable Quotas quotas) {
        super(new Builder(community));
        objects = new PackObjects(this, store, community, clock, transactions, quotas);
        refs = new RefTable(this, store, community, objects);
        StoredConfig config = getConfig();
        config.setInt("protocol", null, "version", 2);
        config.setBoolean("uploadpack", null, "allowFilter", true);
        config.setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
        config.setBoolean("core", null, "commitGraph", true);
        config.setBoolean("commitgraph", null, "readChangedPaths", true);
    }

    @Override
    public PackObjects getObjectDatabase() {
        return objects;
    }

    @Override
    public RefDatabase getRefDatabase() {
        return refs;
    }

    private static final class Builder extends DfsRepositoryBuilder<Builder, HandbookRepository> {
        Builder(CommunityId community) {
            setRepositoryDescription(new DfsRepositoryDescription("handbook-" + community.value()));
        }

        @Override
        public HandbookRepository build() {
            throw new UnsupportedOperationException("opened by GitRepositories");
        }
    }
}
