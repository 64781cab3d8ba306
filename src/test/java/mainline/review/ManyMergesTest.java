package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.MainlineTest;
import mainline.changes.Change;
import mainline.changes.Proposals;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.Test;

@MainlineTest
class ManyMergesTest {
    private static final int MANY = 20;

    private final HandbookExamples examples;
    private final GitRepositories repositories;
    private final Handbook handbook;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Counts counts;

    ManyMergesTest(
            HandbookExamples examples,
            GitRepositories repositories,
            Handbook handbook,
            Proposals proposals,
            Reviews reviews,
            Counts counts) {
        this.examples = examples;
        this.repositories = repositories;
        this.handbook = handbook;
        this.proposals = proposals;
        this.reviews = reviews;
        this.counts = counts;
    }

    @Test
    void members_who_propose_and_merge_all_at_once_end_with_one_line_that_holds_everything() throws Exception {
        Founded harbour = examples.aCommunity();
        Member author = examples.aMember(harbour, "Ngozi");
        examples.aMember(harbour, "Joaquín");
        Member steward = harbour.steward();
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < MANY; n++) {
                String path = "pages/page-" + n + ".md";
                all.add(threads.submit(() -> {
                    Change change = proposals.propose(author, examples.aPage(harbour, path, "# " + path));
                    reviews.approve(steward, change.subject(), 1, "");
                    reviews.merge(steward, change.subject());
                    return null;
                }));
            }
            for (Future<?> each : all) each.get();
        }
        assertThat(handbook.pageCount(steward.community())).isEqualTo(MANY + 1);
        assertThat(counts.of(steward.community()))
                .containsEntry(Count.OPEN_CHANGES, 0L)
                .containsEntry(Count.MERGED_CHANGES, (long) MANY);
        try (GitRepository git = repositories.open(steward.community());
                RevWalk walk = new RevWalk(git.repository())) {
            assertThat(git.paths(git.head()))
                    .contains("README.md", "STEWARDS.yml")
                    .hasSize(MANY + 2);
            walk.markStart(walk.parseCommit(git.head()));
            int length = 0;
            for (RevCommit commit : walk) {
                assertThat(commit.getParentCount()).isLessThanOrEqualTo(1);
                length++;
            }
            assertThat(length).isEqualTo(MANY + 1);
        }
    }

    @Test
    void of_two_merges_of_one_change_one_is_told_that_it_is_closed() throws Exception {
        Founded harbour = examples.aCommunity();
        Member author = examples.aMember(harbour, "Ngozi");
        examples.aMember(harbour, "Joaquín");
        Change change = proposals.propose(author, examples.aPage(harbour, "a.md", "# A"));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                all.add(threads.submit(() -> {
                    try {
                        reviews.merge(harbour.steward(), change.subject());
                        return true;
                    } catch (mainline.kernel.Refused closed) {
                        return false;
                    }
                }));
            }
            int merged = 0;
            for (Future<Boolean> each : all) if (each.get()) merged++;
            assertThat(merged).isEqualTo(1);
        }
    }
}
