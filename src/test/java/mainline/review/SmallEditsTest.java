package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.community.Viewers;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.interests.Declared;
import mainline.interests.Interests;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.platform.Jobs;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A typo need not wait: one steward's word, or a day in which nobody minds. */
@MainlineTest
class SmallEditsTest {
    private static final String PAGE = "---\ntitle: Pier\n---\n# Pier\n\nWe meet on teh pier and bring our own cups, "
            + "see [the list](http://example.org/list-2). Everybody helps with the boats, 3 at a time.\n";

    private static final String SILENT = "change.told.waits.ENTER";

    private final HandbookExamples examples;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Interests interests;
    private final ReviewsWaiting waiting;
    private final Viewers viewers;
    private final People people;
    private final Jobs jobs;
    private final JdbcClient sql;
    private final TestClock clock;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    SmallEditsTest(
            HandbookExamples examples,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Concerns concerns,
            Interests interests,
            ReviewsWaiting waiting,
            Viewers viewers,
            People people,
            Jobs jobs,
            JdbcClient sql,
            TestClock clock) {
        this.examples = examples;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.concerns = concerns;
        this.interests = interests;
        this.waiting = waiting;
        this.viewers = viewers;
        this.people = people;
        this.jobs = jobs;
        this.sql = sql;
        this.clock = clock;
    }

    @BeforeEach
    void a_page_in_a_handbook_that_asks_for_more() {
        clock.reset();
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín");
        ngozi = examples.aMember(harbour, "Ngozi");
        examples.put(amara, "pier.md", PAGE);
        examples.stewards(
                amara,
                "areas: [{path: /, stewards: [" + examples.handle(amara)
                        + "], rules: {endorsements: 2, cooling: 3 days}}]\n");
    }

    private Change edit(String from, String to) {
        assertThat(PAGE).contains(from);
        return proposals.propose(ngozi, examples.aPage(harbour, "pier.md", PAGE.replace(from, to)));
    }

    private Map<String, Boolean> gate(Change change) {
        return reviews.checks(changes.get(change.subject())).stream()
                .collect(Collectors.toMap(check -> check.rule().code(), MergeRule.Check::satisfied));
    }

    @Test
    void a_typo_enters_by_one_tap_of_one_steward() {
        Change typo = edit("teh", "the");
        assertThat(gate(typo)).containsEntry("endorsement", true).containsEntry("cooling", false);
        assertThat(reviews.approveAndMerge(amara, typo.subject(), 1)).isTrue();
        assertThat(changes.get(typo.subject()).isOpen()).isFalse();
    }

    @Test
    void or_by_its_author_when_nobody_minded_it_for_a_day() {
        Change typo = edit("teh", "the");
        assertThat(refused(() -> reviews.merge(ngozi, typo.subject()))).isEqualTo("change.steward-only");
        clock.advance(Duration.ofHours(25));
        assertThat(refused(() -> reviews.merge(joaquin, typo.subject()))).isEqualTo("change.steward-only");
        reviews.merge(ngozi, typo.subject());
        assertThat(changes.get(typo.subject()).isOpen()).isFalse();
    }

    private List<String> told(Member member) {
        return sql.sql("select key from notice where person_id = ? order by id")
                .param(member.person().value())
                .query(String.class)
                .list();
    }

    private List<String> waiting(Member member) {
        return waiting.of(viewers.of(harbour.community().slug(), people.get(member.person()))).stream()
                .map(each -> each.title().key())
                .toList();
    }

    @Test
    void its_author_hears_once_that_nobody_minded_it_and_finds_it_among_what_waits() {
        Change typo = edit("teh", "the");
        clock.advance(Duration.ofHours(24).minusMinutes(1));
        jobs.run("changes.remind");
        assertThat(told(ngozi)).doesNotContain(SILENT);
        assertThat(waiting(ngozi)).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(waiting(ngozi)).as("before any job has run").containsExactly("waiting.review-enter");
        jobs.run("changes.remind");
        jobs.run("changes.remind");
        assertThat(told(ngozi)).containsOnlyOnce(SILENT);
        assertThat(sql.sql("select why from notice where key = ?")
                        .param(SILENT)
                        .query(String.class)
                        .list())
                .containsOnly("asked");
        clock.advance(Duration.ofDays(10));
        jobs.run("changes.remind");
        assertThat(told(ngozi)).containsOnlyOnce(SILENT);
        reviews.merge(ngozi, typo.subject());
        assertThat(waiting(ngozi)).isEmpty();
    }

    @Test
    void who_changed_it_meanwhile_hears_of_it_a_day_after_that() {
        Change typo = edit("teh", "the");
        clock.advance(Duration.ofHours(20));
        proposals.revise(
                ngozi,
                typo.subject(),
                1,
                examples.aPage(harbour, "pier.md", PAGE.replace("teh", "the").replace("cups", "mugs")));
        clock.advance(Duration.ofHours(20));
        jobs.run("changes.remind");
        assertThat(told(ngozi)).doesNotContain(SILENT);
        clock.advance(Duration.ofHours(4));
        jobs.run("changes.remind");
        assertThat(told(ngozi)).containsOnlyOnce(SILENT);
    }

    @Test
    void nobody_hears_of_a_silence_that_was_broken() {
        Change typo = edit("teh", "the");
        concerns.raise(joaquin, typo.subject(), 1, "It is a joke of ours.");
        Change binding = edit("We meet", "We must meet");
        clock.advance(Duration.ofDays(2));
        jobs.run("changes.remind");
        assertThat(told(ngozi)).doesNotContain(SILENT);
        assertThat(waiting(ngozi)).doesNotContain("waiting.review-enter");
        assertThat(changes.get(binding.subject()).isOpen()).isTrue();
    }

    @Test
    void who_puts_it_in_may_say_what_they_gain_by_it() {
        Change typo = edit("teh", "the");
        reviews.approve(amara, typo.subject(), 1, "");
        assertThat(refused(() -> reviews.merge(amara, typo.subject(), "x".repeat(301))))
                .isEqualTo("form.too-long");
        assertThat(changes.get(typo.subject()).isOpen()).isTrue();
        reviews.merge(amara, typo.subject(), "I print it.");
        assertThat(interests.of(typo.subject(), Declared.Act.MERGE))
                .singleElement()
                .extracting(Declared::words)
                .isEqualTo("I print it.");
    }

    @Test
    void a_concern_is_an_end_of_silence() {
        Change typo = edit("teh", "the");
        concerns.raise(joaquin, typo.subject(), 1, "It is a joke of ours.");
        clock.advance(Duration.ofHours(25));
        assertThat(refused(() -> reviews.merge(ngozi, typo.subject()))).isEqualTo("change.not-yet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 at a time          | 4 at a time",
                "Everybody helps      | Nobody helps",
                "We meet              | We must meet",
                "title: Pier          | title: Piers",
                "bring our own cups   | carry here your best and finest pots and pans and lids"
            })
    void what_binds_counts_or_is_bindingis_not_small(String from, String to) {
        Change change = edit(from, to);
        assertThat(gate(change)).containsEntry("endorsement", false).containsEntry("cooling", false);
        assertThat(reviews.approveAndMerge(amara, change.subject(), 1))
                .as("others have not had the time to look")
                .isFalse();
        assertThat(changes.get(change.subject()).isOpen()).isTrue();
        assertThat(reviews.approvals(changes.get(change.subject()))).hasSize(1);
    }

    @Test
    void a_link_is_small_whatever_its_address() {
        assertThat(gate(edit("list-2", "list-1967"))).containsEntry("endorsement", true);
    }

    @Test
    void a_page_that_is_new_or_goes_is_not_small() {
        assertThat(gate(proposals.propose(ngozi, examples.aPage(harbour, "new.md", "# Hi"))))
                .containsEntry("endorsement", false);
    }

    private static String refused(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }
}
