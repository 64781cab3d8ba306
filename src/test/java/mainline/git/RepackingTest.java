package mainline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.CommunityId;
import mainline.platform.Jobs;
import mainline.review.Reviews;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@MainlineTest
class RepackingTest {
    private final HandbookExamples examples;
    private final GitRepositories repositories;
    private final GitStore store;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Repacking repacking;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    RepackingTest(
            HandbookExamples examples,
            GitRepositories repositories,
            GitStore store,
            Proposals proposals,
            Reviews reviews,
            Repacking repacking,
            Jobs jobs,
            TestClock clock,
            JdbcClient sql,
            TransactionOperations transactions) {
        this.examples = examples;
        this.repositories = repositories;
        this.store = store;
        this.proposals = proposals;
        this.reviews = reviews;
        this.repacking = repacking;
        this.jobs = jobs;
        this.clock = clock;
        this.sql = sql;
        this.transactions = transactions;
    }

    private Change aMergedChange(Founded harbour, Member author, int n) {
        Change change = proposals.propose(author, examples.aPage(harbour, "pages/page-" + n + ".md", "# Page " + n));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        return change;
    }

    private Set<String> sources(Founded harbour) {
        return repositories.packs(harbour.community().id()).stream()
                .map(StoredPack::source)
                .collect(Collectors.toSet());
    }

    private long chunksWithoutAPack(Founded harbour) {
        return sql.sql("""
                        select count(*) from git_pack_chunk c where community_id = ? and not exists
                            (select from git_pack p where p.community_id = c.community_id and p.name = c.pack)
                        """)
                .param(harbour.community().id().value())
                .query(Long.class)
                .single();
    }

    @Test
    void many_packs_become_few_and_everything_can_still_be_read() throws IOException {
        Founded harbour = examples.aCommunity();
        Member author = examples.aMember(harbour, "Ngozi");
        examples.aMember(harbour, "Joaquín");
        for (int n = 0; n < 5; n++) aMergedChange(harbour, author, n);
        Change open = proposals.propose(author, examples.aPage(harbour, "pages/open.md", "# Open"));
        clock.advance(Duration.ofDays(2));
        jobs.run("handbook-repack");
        assertThat(sources(harbour)).contains("GC", "GC_REST").doesNotContain("INSERT");
        assertThat(repositories.packs(harbour.community().id())).hasSizeLessThanOrEqualTo(3);
        try (GitRepository git = repositories.open(harbour.community().id())) {
            assertThat(git.paths(git.head())).hasSize(7);
            ObjectId head = version(git, open);
            assertThat(git.text(head, "pages/open.md")).hasValue("# Open\n");
            assertThat(git.history().of(git.head(), "pages/page-3.md", 10)).hasSize(1);
        }
        reviews.approve(harbour.steward(), open.subject(), 1, "");
        reviews.merge(harbour.steward(), open.subject());
        assertThat(chunksWithoutAPack(harbour))
                .as("who reads the old packs may end")
                .isPositive();
        clock.advance(Duration.ofHours(3));
        jobs.run("handbook-repack");
        assertThat(chunksWithoutAPack(harbour)).isZero();
    }

    @Test
    void a_reader_that_began_before_reads_on() {
        Founded harbour = examples.aCommunity();
        Member author = examples.aMember(harbour, "Ngozi");
        examples.aMember(harbour, "Joaquín");
        for (int n = 0; n < 3; n++) aMergedChange(harbour, author, n);
        try (GitRepository before = repositories.open(harbour.community().id())) {
            ObjectId head = before.head();
            assertThat(before.paths(head)).hasSize(5);
            repacking.pack(harbour.community().id());
            for (int n = 0; n < 3; n++)
                assertThat(before.text(head, "pages/page-" + n + ".md")).isPresent();
        }
    }

    @Test
    void what_died_while_packing_is_swept_up_a_day_later() {
        Founded harbour = examples.aCommunity();
        CommunityId id = harbour.community().id();
        UUID torn = UUID.randomUUID();
        store.leave(id, torn, clock.instant().plus(Duration.ofDays(1)));
        store.write(id, torn, "pack", 0, new byte[10]);
        jobs.run("handbook-repack");
        assertThat(chunksWithoutAPack(harbour)).isEqualTo(1);
        clock.advance(Duration.ofHours(25));
        jobs.run("handbook-repack");
        assertThat(store.read(id, torn, "pack", 0, 1)).isEmpty();
        try (GitRepository git = repositories.open(id)) {
            assertThat(git.file(git.head(), "README.md").orElseThrow().getType())
                    .isEqualTo(Constants.OBJ_BLOB);
        }
    }

    private void replace(CommunityId id, StoredPack added, List<UUID> old) {
        transactions.executeWithoutResult(status -> store.replace(id, List.of(added), old, clock.instant()));
    }

    @Test
    void of_two_that_pack_at_once_the_second_changes_nothing() {
        Founded harbour = examples.aCommunity();
        CommunityId id = harbour.community().id();
        List<StoredPack> packs = repositories.packs(id);
        List<UUID> old = packs.stream().map(StoredPack::name).toList();
        StoredPack first = packs.getFirst();
        var another = new StoredPack(UUID.randomUUID(), "GC", first.at(), 1, 0, first.files());
        replace(id, another, old);
        var late = new StoredPack(UUID.randomUUID(), "GC", first.at(), 1, 0, first.files());
        assertThatThrownBy(() -> replace(id, late, old)).isInstanceOf(IllegalStateException.class);
        assertThat(repositories.packs(id)).extracting(StoredPack::name).containsExactly(another.name());
    }

    private static ObjectId version(GitRepository git, Change change) throws IOException {
        String name = "refs/changes/" + change.subject().number() + "/" + change.version();
        return git.repository().getRefDatabase().exactRef(name).getObjectId();
    }
}
