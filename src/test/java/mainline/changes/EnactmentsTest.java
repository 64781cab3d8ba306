package mainline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Area;
import mainline.handbook.Areas;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.HandbookPage;
import mainline.kernel.Subject;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import mainline.review.Reviews;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes that pass no gate, since what made them is no proposal. */
@MainlineTest
class EnactmentsTest {
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final ChangeDeeds deeds;
    private final Areas areas;
    private final Enactments enactments;
    private final GitRepositories repositories;
    private final Counts counts;
    private final PublicRecord record;
    private final TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private Founded harbour;
    private Member amara;
    private Member joaquin;

    EnactmentsTest(
            HandbookExamples examples,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            ChangeDeeds deeds,
            Areas areas,
            Enactments enactments,
            GitRepositories repositories,
            Counts counts,
            PublicRecord record,
            TransactionTemplate transaction) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.deeds = deeds;
        this.areas = areas;
        this.enactments = enactments;
        this.repositories = repositories;
        this.counts = counts;
        this.record = record;
        this.transaction = transaction;
    }

    @BeforeEach
    void a_community() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín");
    }

    private Optional<Subject> enact(Change.Origin origin, boolean signed, Map<String, String> files) {
        return transaction.execute(status -> enactments.enact(
                amara.community(),
                new Enactment(origin, signed ? joaquin.person() : null, "Write it down", "It was decided.", files)));
    }

    private Area area(String path) {
        return areas.area(amara.community(), path);
    }

    private Change.Origin decision() {
        return new Change.ByDecision(new Subject(amara.community(), Subject.Kind.DECISION, 12));
    }

    private List<String> recorded(Subject change) {
        return record.list(amara.community(), RecordFilter.about(change), 0, 10).items().stream()
                .map(entry -> entry.act().verb())
                .toList();
    }

    @Test
    void a_decision_makes_one_commit_of_several_files_signed_by_its_author() {
        Subject made = enact(decision(), true, Map.of("a.md", "# A\n", "LIST.yml", "a: 1\n"))
                .orElseThrow();
        Change change = changes.get(made);
        assertThat(change.state())
                .isInstanceOfSatisfying(
                        Change.Enacted.class,
                        state -> assertThat(state.origin()).isEqualTo(decision()));
        assertThat(change.paths()).containsExactly("LIST.yml", "a.md");
        try (GitRepository git = repositories.open(amara.community())) {
            RevCommit commit = git.commit(git.head().name()).orElseThrow();
            assertThat(commit.getAuthorIdent().getName()).isEqualTo("Joaquín");
            assertThat(commit.getCommitterIdent().getName())
                    .isEqualTo(harbour.community().name());
            assertThat(commit.getFullMessage()).contains("Write it down", "/changes/" + made.number(), "/decisions/12");
            assertThat(git.text(git.head(), "LIST.yml")).contains("a: 1\n");
        }
        assertThat(handbook.page(amara.community(), "a.md"))
                .get()
                .extracting(HandbookPage::by)
                .isEqualTo(joaquin.person());
        assertThat(recorded(made)).containsExactly("change.enacted-by-decision");
        assertThat(counts.of(amara.community()))
                .containsEntry(Count.MERGED_CHANGES, 1L)
                .doesNotContainEntry(Count.OPEN_CHANGES, 1L);
    }

    @Test
    void what_reads_like_that_already_is_no_change() {
        enact(decision(), true, Map.of("a.md", "# A\n"));
        String head = handbook.head(amara.community());
        assertThat(enact(decision(), true, Map.of("a.md", "# A\n"))).isEmpty();
        assertThat(handbook.head(amara.community())).isEqualTo(head);
    }

    @Test
    void its_page_says_what_made_it_and_offers_no_gate() {
        Browser anyone = new Browser(port);
        String home = "/" + harbour.community().slug() + "/changes/";
        Subject decided = enact(decision(), true, Map.of("a.md", "# A\n")).orElseThrow();
        assertThat(anyone.get(home + decided.number()).text()).contains("Made by decision 12");
        assertThat(anyone.page().select("aside form")).isEmpty();
        Subject own = enact(new Change.ByPerson(joaquin.person()), true, Map.of("b.md", "# B\n"))
                .orElseThrow();
        assertThat(anyone.get(home + own.number()).text()).contains("Made by Joaquín");
        assertThat(recorded(own)).containsExactly("change.enacted-by-person");
        Subject rule = enact(new Change.ByRule("term-over"), false, Map.of("c.md", "# C\n"))
                .orElseThrow();
        assertThat(anyone.get(home + rule.number()).text()).contains("A term was over");
        assertThat(recorded(rule)).containsExactly("change.enacted-by-rule");
        assertThat(changes.get(rule).author()).isNull();
        assertThat(anyone.get(home + "?state=merged").text()).contains("Write it down");
    }

    @Test
    void deeds_are_told_by_the_part_of_the_handbook_and_outcomes_are_nobodys_deed() {
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "meetings/a.md", "# A"));
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
        enact(decision(), true, Map.of("meetings/b.md", "# B\n"));
        assertThat(deeds.of(amara.community(), joaquin.person(), area("meetings"), 10))
                .extracting(ChangeDeed::kind, ChangeDeed::change)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ChangeDeed.Kind.WROTE, change.subject()));
        assertThat(deeds.counts(amara.community(), amara.person(), area("")))
                .isEqualTo(Map.of(ChangeDeed.Kind.MERGED, 1, ChangeDeed.Kind.APPROVED, 1));
        assertThat(deeds.counts(amara.community(), amara.person(), area("meet")))
                .isEmpty();
        assertThat(deeds.mergesSince(amara.community(), java.time.Instant.EPOCH))
                .containsExactly(new ChangeDeeds.Merges(amara.person(), 1));
    }
}
