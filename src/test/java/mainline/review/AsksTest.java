package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.discussion.Discussions;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.remarks.Remark;
import mainline.remarks.Remarks;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is asked about a change, whose word is next, and how they are reminded. */
@MainlineTest
class AsksTest {
    private static final String TEXT =
            "# Tea\n\nWe drink tea at four.\n\nWhoever is last washes up.\n\nNobody smokes.\n";

    private final HandbookExamples examples;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Remarks remarks;
    private final Discussions discussions;
    private final Asks asks;
    private final AwaitedReviews awaitedReviews;
    private final People people;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient sql;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    AsksTest(
            HandbookExamples examples,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Concerns concerns,
            Remarks remarks,
            Discussions discussions,
            Asks asks,
            AwaitedReviews awaitedReviews,
            People people,
            Jobs jobs,
            TestClock clock,
            JdbcClient sql) {
        this.examples = examples;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.concerns = concerns;
        this.remarks = remarks;
        this.discussions = discussions;
        this.asks = asks;
        this.awaitedReviews = awaitedReviews;
        this.people = people;
        this.jobs = jobs;
        this.clock = clock;
        this.sql = sql;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín");
        ngozi = examples.aMember(harbour, "Ngozi");
    }

    private Change proposed(Member by, String path, String text) {
        return proposals.propose(by, examples.aPage(harbour, path, text));
    }

    private void merged(Member by, String path, String text) {
        Change change = proposed(by, path, text);
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
    }

    private List<PersonId> asked(Change change) {
        return asks.of(change).stream().map(Ask::person).toList();
    }

    private List<AwaitedReview> awaited(Change change) {
        long number = change.subject().number();
        return awaitedReviews.of(harbour.community().id(), List.of(number)).getOrDefault(number, List.of());
    }

    private AwaitedReview only(Change change) {
        assertThat(awaited(change)).hasSize(1);
        return awaited(change).getFirst();
    }

    private List<String> told(Member member) {
        return sql.sql("select key from notice where person_id = ? order by id")
                .param(member.person().value())
                .query(String.class)
                .list();
    }

    private static String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).as("it is refused").isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    private String handle(Member member) {
        return people.get(member.person()).handle();
    }

    @Test
    void stewards_and_those_who_wrote_the_lines_are_asked() {
        merged(ngozi, "tea.md", TEXT);
        Member tomas = examples.aMember(harbour, "Tomás");
        Change change = proposed(tomas, "tea.md", TEXT.replace("four", "five"));
        assertThat(asks.of(change)).extracting(Ask::why).containsExactlyInAnyOrder(Ask.Why.STEWARD, Ask.Why.LINES);
        assertThat(asked(change)).containsExactlyInAnyOrder(amara.person(), ngozi.person());
        assertThat(asks.of(change))
                .filteredOn(ask -> ask.why() == Ask.Why.LINES)
                .singleElement()
                .matches(ask -> ask.lines() > 0);
        assertThat(told(ngozi)).contains("ask.told.lines");
        assertThat(told(amara)).contains("change.told.proposed");
        assertThat(asked(proposed(tomas, "coffee.md", "# Coffee"))).containsExactly(amara.person());
    }

    @Test
    void those_who_owe_least_are_asked_first_and_nobody_who_is_away() {
        examples.overseeing(ngozi, "");
        Member mei = examples.aMember(harbour, "Mei");
        examples.overseeing(mei, "");
        asks.away(ngozi, LocalDate.of(2026, 3, 9));
        Change first = proposed(joaquin, "a.md", "# A");
        assertThat(asked(first)).containsExactlyInAnyOrder(amara.person(), mei.person());
        clock.advance(Duration.ofDays(8));
        Change second = proposed(joaquin, "b.md", "# B");
        assertThat(asked(second))
                .as("nobody owes less than who was away")
                .contains(ngozi.person())
                .hasSize(2);
    }

    @Test
    void the_clock_runs_on_the_side_that_owes_an_answer() {
        Change change = proposed(joaquin, "tea.md", TEXT);
        assertThat(only(change))
                .isEqualTo(new AwaitedReview(amara.person(), AwaitedReview.What.REVIEW, TestClock.START));
        clock.advance(Duration.ofDays(1));
        concerns.raise(ngozi, change.subject(), 1, "Not everybody drinks tea.");
        assertThat(only(change))
                .isEqualTo(new AwaitedReview(
                        joaquin.person(), AwaitedReview.What.ANSWER, TestClock.START.plus(Duration.ofDays(1))));
        clock.advance(Duration.ofDays(1));
        proposals.revise(joaquin, change.subject(), 1, examples.aPage(harbour, "tea.md", TEXT + "\nOr coffee.\n"));
        assertThat(awaited(change))
                .contains(new AwaitedReview(ngozi.person(), AwaitedReview.What.SETTLE, clock.instant()))
                .noneMatch(one -> one.person().equals(joaquin.person()));
        concerns.resolve(ngozi, change.subject(), 1);
        assertThat(only(change))
                .isEqualTo(new AwaitedReview(amara.person(), AwaitedReview.What.REVIEW, clock.instant()));
        clock.advance(Duration.ofDays(1));
        Remark remark = remarks.make(
                amara,
                change.subject(),
                new Remark.Draft(new Remark.Anchor(2, false, "tea.md", 3, 3, ""), "Why four?", "", null, true));
        assertThat(only(change))
                .isEqualTo(new AwaitedReview(joaquin.person(), AwaitedReview.What.ANSWER, clock.instant()));
        clock.advance(Duration.ofDays(1));
        discussions.say(joaquin, remark.subject(), null, "The kitchen opens then.");
        assertThat(only(change))
                .isEqualTo(new AwaitedReview(amara.person(), AwaitedReview.What.SETTLE, clock.instant()));
        remarks.resolve(amara, remark.subject());
        reviews.approve(amara, change.subject(), 2, "");
        assertThat(only(change))
                .isEqualTo(new AwaitedReview(amara.person(), AwaitedReview.What.MERGE, clock.instant()));
        reviews.merge(amara, change.subject());
        assertThat(awaited(change)).isEmpty();
    }

    @Test
    void a_check_that_fails_waits_for_the_author() {
        Change change = proposed(joaquin, "tea.md", "# Tea\n\n[nowhere](nowhere.md)");
        assertThat(only(change).what()).isEqualTo(AwaitedReview.What.ANSWER);
        assertThat(only(change).person()).isEqualTo(joaquin.person());
    }

    @Test
    void a_remark_that_asks_nothing_turns_nothing_over() {
        Change change = proposed(joaquin, "tea.md", TEXT);
        remarks.make(
                ngozi,
                change.subject(),
                new Remark.Draft(new Remark.Anchor(1, false, "tea.md", 3, 3, ""), "Nice.", "", null, false));
        assertThat(only(change).person()).isEqualTo(amara.person());
    }

    @Test
    void the_author_asks_others_and_whoever_is_asked_may_pass_it_on() {
        Change change = proposed(joaquin, "tea.md", TEXT);
        assertThat(missing(() -> asks.ask(ngozi, change.subject(), handle(ngozi))))
                .isEqualTo("change.not-yours");
        assertThat(missing(() -> asks.ask(joaquin, change.subject(), "nobody-here")))
                .isEqualTo("ask.member-only");
        assertThat(missing(() -> asks.ask(joaquin, change.subject(), handle(joaquin))))
                .isEqualTo("ask.author");
        assertThat(missing(() -> asks.ask(joaquin, change.subject(), handle(amara))))
                .isEqualTo("ask.already");
        asks.ask(joaquin, change.subject(), " @" + handle(ngozi) + " ");
        assertThat(told(ngozi)).contains("ask.told");
        assertThat(awaited(change)).extracting(AwaitedReview::person).contains(ngozi.person());
        asks.passOn(ngozi, change.subject());
        assertThat(told(joaquin)).contains("ask.told.passed-on");
        assertThat(awaited(change)).extracting(AwaitedReview::person).doesNotContain(ngozi.person());
        assertThat(missing(() -> asks.passOn(ngozi, change.subject()))).isEqualTo("ask.not-asked");
        asks.ask(joaquin, change.subject(), handle(ngozi));
        reviews.endorse(ngozi, change.subject(), 1);
        assertThat(awaited(change)).extracting(AwaitedReview::person).containsExactly(amara.person());
        proposals.withdraw(joaquin, change.subject());
        assertThat(awaited(change)).isEmpty();
        assertThat(missing(() -> asks.ask(joaquin, change.subject(), handle(ngozi))))
                .isEqualTo("change.closed");
    }

    @Test
    void whoever_owes_a_word_is_reminded_twice_and_nothing_is_closed() {
        Change change = proposed(joaquin, "tea.md", TEXT);
        String key = "change.told.waits.REVIEW";
        clock.advance(Duration.ofDays(3).minusMinutes(1));
        jobs.run("changes.remind");
        assertThat(told(amara)).doesNotContain(key);
        clock.advance(Duration.ofMinutes(1));
        jobs.run("changes.remind");
        jobs.run("changes.remind");
        assertThat(told(amara)).containsOnlyOnce(key);
        clock.advance(Duration.ofDays(4));
        jobs.run("changes.remind");
        assertThat(told(amara).stream().filter(key::equals)).hasSize(2);
        clock.advance(Duration.ofDays(300));
        jobs.run("changes.remind");
        assertThat(told(amara).stream().filter(key::equals)).hasSize(2);
        assertThat(changes.get(change.subject()).isOpen()).isTrue();
    }

    @Test
    void who_is_away_is_reminded_when_they_are_back_and_after_long_silence_once() {
        proposed(joaquin, "tea.md", TEXT);
        asks.away(amara, LocalDate.of(2026, 3, 20));
        clock.advance(Duration.ofDays(10));
        jobs.run("changes.remind");
        assertThat(told(amara)).doesNotContain("change.told.waits.REVIEW");
        asks.back(amara);
        jobs.run("changes.remind");
        jobs.run("changes.remind");
        assertThat(told(amara)).containsOnlyOnce("change.told.waits.REVIEW");
        assertThat(missing(() -> asks.away(amara, LocalDate.of(2026, 3, 1)))).isEqualTo("away.past");
        assertThat(missing(() -> asks.away(amara, LocalDate.of(2028, 3, 1)))).isEqualTo("away.far");
    }

    @Test
    void changes_from_before_are_looked_at_by_the_job() {
        Change change = proposed(joaquin, "tea.md", TEXT);
        sql.sql("delete from change_awaited").update();
        jobs.run("changes.remind");
        assertThat(only(change).person()).isEqualTo(amara.person());
    }
}
