package mainline.git;

import java.io.FileNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import mainline.kernel.CommunityId;
import org.eclipse.jgit.internal.storage.dfs.DfsObjDatabase;
import org.eclipse.jgit.internal.storage.dfs.DfsOutputStream;
import org.eclipse.jgit.internal.storage.dfs.DfsPackDescription;
import org.eclipse.jgit.internal.storage.dfs.DfsReaderOptions;
import org.eclipse.jgit.internal.storage.dfs.ReadableChannel;
import org.eclipse.jgit.internal.storage.pack.PackExt;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The objects of one handbook. Packs have random names, never used twice: the block cache is shared by the whole process
 * and must not mistake a pack for one that was rolled back.
 */
final class PackObjects extends DfsObjDatabase {
    private static final Set<PackSource> TOGETHER =
            Set.of(PackSource.GC, PackSource.GC_REST, PackSource.UNREACHABLE_GARBAGE);
    private static final Set<PackSource> ADDING = Set.of(PackSource.INSERT, PackSource.RECEIVE);
    private static final Duration READERS_END = Duration.ofHours(2);
    private static final Duration LONGEST_PACKING = Duration.ofDays(1);

    private final GitStore store;
    private final CommunityId community;
    private final Clock clock;
    private final TransactionOperations transactions;
    private final @Nullable Quotas quotas;

    PackObjects(
            HandbookRepository repository,
            GitStore store,
            CommunityId community,
            Clock clock,
            TransactionOperations transactions,
            @Nullable Quotas quotas) {
        super(repository, new DfsReaderOptions());
        this.store = store;
        this.community = community;
        this.clock = clock;
        this.transactions = transactions;
        this.quotas = quotas;
    }

    /** Looks for new packs before the next read: what a ref read just now points to may lie in one. */
    void lookAgain() {
        clearCache();
    }

    @Override
    protected DfsPackDescription newPack(PackSource source) {
        UUID name = UUID.randomUUID();
        // What packs together does so outside any transaction: were it to die, its chunks would stay for ever.
        if (TOGETHER.contains(source))
            store.leave(community, name, clock.instant().plus(LONGEST_PACKING));
        return description(name, source);
    }

    @Override
    protected void commitPackImpl(
            Collection<DfsPackDescription> added, @Nullable Collection<DfsPackDescription> replaced)
            throws QuotaReached {
        List<StoredPack> packs = added.stream().map(this::stored).toList();
        checkQuota(packs);
        List<UUID> gone = replaced == null
                ? List.of()
                : replaced.stream().map(PackObjects::name).toList();
        transactions.executeWithoutResult(
                status -> store.replace(community, packs, gone, clock.instant().plus(READERS_END)));
    }

    /** What packs together adds nothing, though for a moment there is all of it twice. */
    private void checkQuota(List<StoredPack> packs) throws QuotaReached {
        if (quotas == null) return;
        long more = packs.stream()
                .filter(pack -> ADDING.contains(PackSource.valueOf(pack.source())))
                .flatMap(pack -> pack.files().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        if (more > 0) quotas.check(community, more);
    }

    private StoredPack stored(DfsPackDescription pack) {
        Map<String, Long> files = new LinkedHashMap<>();
        for (PackExt ext : PackExt.values()) {
            if (pack.hasFileExt(ext)) files.put(ext.getExtension(), pack.getFileSize(ext));
        }
        Instant now = clock.instant();
        pack.setLastModified(now.toEpochMilli());
        return new StoredPack(
                name(pack), pack.getPackSource().name(), now, pack.getObjectCount(), pack.getDeltaCount(), files);
    }

    @Override
    protected void rollbackPack(Collection<DfsPackDescription> packs) {
        packs.forEach(pack -> store.remove(community, name(pack)));
    }

    @Override
    protected List<DfsPackDescription> listPacks() {
        return store.packs(community).stream().map(this::description).toList();
    }

    @Override
    protected ReadableChannel openFile(DfsPackDescription pack, PackExt ext) throws FileNotFoundException {
        if (!pack.hasFileExt(ext)) throw new FileNotFoundException(pack.getFileName(ext));
        return new PackInput(store, community, name(pack), ext.getExtension(), pack.getFileSize(ext));
    }

    @Override
    protected DfsOutputStream writeFile(DfsPackDescription pack, PackExt ext) {
        pack.addFileExt(ext);
        return new PackOutput(store, community, name(pack), ext.getExtension());
    }

    @Override
    public long getApproximateObjectCount() {
        return store.packs(community).stream().mapToLong(StoredPack::objects).sum();
    }

    private DfsPackDescription description(StoredPack stored) {
        DfsPackDescription pack = description(stored.name(), PackSource.valueOf(stored.source()))
                .setLastModified(stored.at().toEpochMilli())
                .setObjectCount(stored.objects())
                .setDeltaCount(stored.deltas());
        for (PackExt ext : PackExt.values()) {
            Optional.ofNullable(stored.files().get(ext.getExtension())).ifPresent(size -> {
                pack.addFileExt(ext);
                pack.setFileSize(ext, size);
            });
        }
        return pack;
    }

    private DfsPackDescription description(UUID name, PackSource source) {
        return new DfsPackDescription(getRepository().getDescription(), "pack-" + name, source);
    }

    private static UUID name(DfsPackDescription pack) {
        return UUID.fromString(pack.getPackName().substring("pack-".length()));
    }
}
