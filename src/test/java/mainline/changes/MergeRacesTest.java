package mainline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import mainline.MainlineTest;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Refused;
import mainline.review.Concerns;
import mainline.review.Reviews;
import mainline.stewardship.Tenures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at the same moment as a merge: one of the two comes first, and the other knows of it. */
@MainlineTest
class MergeRacesTest {
    private static final int ROUNDS = 25;

    private final HandbookExamples examples;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Tenures tenures;
    private final GitRepositories repositories;
    private Founded harbour;
    private Member amara;
    private Member ngozi;
    private Member joaquin;

    MergeRacesTest(
            HandbookExamples examples,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Concerns concerns,
            Tenures tenures,
            GitRepositories repositories) {
        this.examples = examples;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.concerns = concerns;
        this.tenures = tenures;
        this.repositories = repositories;
    }

    @BeforeEach
    void a_community() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        ngozi = examples.aMember(harbour, "Ngozi");
        joaquin = examples.aMember(harbour, "Joaquín");
    }

    /** Whether each of two acts was done when both begin at once. */
    private record Both(boolean one, boolean other) {}

    private static Both atOnce(Runnable one, Runnable other) throws Exception {
        CyclicBarrier begin = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = threads.submit(done(begin, one));
            Future<Boolean> second = threads.submit(done(begin, other));
            return new Both(first.get(), second.get());
        }
    }

    private static Callable<Boolean> done(CyclicBarrier begin, Runnable act) {
        return () -> {
            begin.await();
            Thread.sleep(ThreadLocalRandom.current().nextInt(6));
            try {
                act.run();
                return true;
            } catch (Refused refused) {
                return false;
            }
        };
    }

    private Change approved(int n) {
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "pages/page-" + n + ".md", "# Page " + n));
        reviews.approve(amara, change.subject(), 1, "");
        return change;
    }

    @Test
    void a_merge_and_a_concern_do_not_both_come_first() throws Exception {
        for (int n = 0; n < ROUNDS; n++) {
            Change change = approved(n);
            Both both = atOnce(
                    () -> reviews.merge(amara, change.subject()),
                    () -> concerns.raise(ngozi, change.subject(), 1, "Wait."));
            assertThat(both.one()).as("round " + n).isNotEqualTo(both.other());
        }
    }

    @Test
    void a_merge_and_an_approval_taken_back_do_not_both_come_first() throws Exception {
        for (int n = 0; n < ROUNDS; n++) {
            Change change = approved(n);
            Both both = atOnce(
                    () -> reviews.merge(amara, change.subject()),
                    () -> reviews.withdrawApproval(amara, change.subject()));
            assertThat(both.one()).as("round " + n).isNotEqualTo(both.other());
        }
    }

    @Test
    void a_merge_and_a_new_version_do_not_both_come_first() throws Exception {
        for (int n = 0; n < ROUNDS; n++) {
            Change change = approved(n);
            var otherwise = examples.aPage(harbour, change.paths().getFirst(), "# Otherwise");
            Both both = atOnce(
                    () -> reviews.merge(amara, change.subject()),
                    () -> proposals.revise(joaquin, change.subject(), 1, otherwise));
            assertThat(both.one()).as("round " + n).isNotEqualTo(both.other());
        }
    }

    @Test
    void nobody_merges_by_an_approval_of_a_steward_who_is_none_any_more() throws Exception {
        examples.overseeing(ngozi, "");
        for (int n = 0; n < ROUNDS; n++) {
            examples.overseeing(amara, "pages");
            Change change = proposals.propose(joaquin, examples.aPage(harbour, "pages/page-" + n + ".md", "# Page"));
            if (n == 0) tenures.stepDown(amara, "", false);
            reviews.approve(amara, change.subject(), 1, "");
            Both both =
                    atOnce(() -> reviews.merge(ngozi, change.subject()), () -> tenures.stepDown(amara, "pages", false));
            assertThat(both.other()).isTrue();
            assertThat(merged(change)).as("round " + n).isEqualTo(both.one());
            if (both.one()) assertThat(subjects().get(1)).isEqualTo(change.title());
        }
    }

    private boolean merged(Change change) {
        return changes.get(change.subject()).state() instanceof Change.Merged;
    }

    /** The first lines of the handbook's newest commits. */
    private List<String> subjects() {
        try (GitRepository git = repositories.open(amara.community());
                var walk = new org.eclipse.jgit.revwalk.RevWalk(git.repository())) {
            walk.markStart(walk.parseCommit(git.head()));
            List<String> lines = new java.util.ArrayList<>();
            for (var commit : walk) {
                walk.parseBody(commit);
                lines.add(commit.getShortMessage());
                if (lines.size() == 3) break;
            }
            return lines;
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
