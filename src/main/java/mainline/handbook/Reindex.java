package mainline.handbook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.kernel.CommunityId;
import mainline.platform.Job;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads pages again that an earlier release has read, a few in each transaction, so that merges need not wait for all. */
@Component
class Reindex {
    private static final int AT_ONCE = 100;

    private final PageStore pages;
    private final PageIndex index;
    private final Editions editions;
    private final GitRepositories repositories;
    private final TransactionOperations transactions;

    Reindex(
            PageStore pages,
            PageIndex index,
            Editions editions,
            GitRepositories repositories,
            TransactionOperations transactions) {
        this.pages = pages;
        this.index = index;
        this.editions = editions;
        this.repositories = repositories;
        this.transactions = transactions;
    }

    void due() {
        boolean more = true;
        while (more) more = Boolean.TRUE.equals(transactions.execute(status -> readSome()));
    }

    private boolean readSome() {
        List<HandbookPage> some = pages.readBefore(PageReading.WAY, AT_ONCE);
        if (some.isEmpty()) return false;
        CommunityId community = some.getFirst().community();
        pages.lock(community);
        try (GitRepository git = repositories.open(community)) {
            editions.follow(git, community);
            ObjectId head = git.head();
            for (HandbookPage page : some) {
                // Somebody may have changed it before the lock was ours.
                Optional<HandbookPage> now = pages.find(community, page.path());
                Optional<String> text = git.text(head, page.path());
                if (now.isPresent() && text.isPresent()) index.putAnew(git, head, now.get(), text.get());
                else index.remove(community, page.path());
            }
        }
        return true;
    }

    @Configuration(proxyBeanMethods = false)
    static class Regularly {
        @Bean
        Job handbookReindex(Reindex reindex) {
            return new Job("handbook-reread", Duration.ofMinutes(10), reindex::due);
        }
    }
}
