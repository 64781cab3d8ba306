package mainline.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import mainline.kernel.CommunityId;
import mainline.platform.Job;
import org.eclipse.jgit.internal.storage.dfs.DfsGarbageCollector;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.storage.pack.PackConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Packs a handbook together: every act adds a small pack, and a clone of many small ones is slow. What clones get lies in
 * one pack afterwards, with bitmaps so that it is sent as it lies there; versions of changes lie in another. What nothing
 * leads to any more is dropped a day later.
 */
@Component
public class Repacking {
    private static final Logger LOG = LoggerFactory.getLogger(Repacking.class);
    private static final int MANY = 40;
    private static final Duration OLD = Duration.ofDays(1);

    private final GitStore store;
    private final GitRepositories repositories;
    private final Clock clock;

    Repacking(GitStore store, GitRepositories repositories, Clock clock) {
        this.store = store;
        this.repositories = repositories;
        this.clock = clock;
    }

    /** Packs what has many packs or old ones, and removes the packs that were replaced before. */
    void due() {
        Instant now = clock.instant();
        store.sweep(now);
        for (CommunityId community : store.scattered(MANY, now.minus(OLD))) {
            try {
                pack(community);
            } catch (UncheckedIOException | IllegalStateException broken) {
                LOG.warn("The handbook of community {} could not be packed together", community.value(), broken);
            }
        }
    }

    /** Reads and writes for as long as it takes without holding anybody up; only the exchange is one transaction. */
    @Transactional(propagation = Propagation.NEVER)
    public void pack(CommunityId community) {
        try (HandbookRepository repository = repositories.repository(community)) {
            PackConfig config = new PackConfig(repository);
            config.setThreads(1);
            config.setBuildBitmaps(true);
            new DfsGarbageCollector(repository)
                    .setPackConfig(config)
                    .setGarbageTtl(1, TimeUnit.DAYS)
                    .setWriteCommitGraph(true)
                    .setWriteBloomFilter(true)
                    .pack(NullProgressMonitor.INSTANCE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Regularly {
        @Bean
        Job handbookRepacking(Repacking repacking) {
            return new Job("handbook-repack", Duration.ofMinutes(10), repacking::due);
        }
    }
}
