package mainline.stewardship;

import static mainline.stewardship.StewardshipExamples.missing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.Areas;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.StewardsFile.Seat;
import mainline.kernel.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How terms go on and end. */
@MainlineTest
class TenuresTest {
    private final StewardshipExamples given;
    private final HandbookExamples examples;
    private final Nominations nominations;
    private final Tenures tenures;
    private final Areas areas;
    private final Changes changes;
    private final Communities communities;
    private final TestClock clock;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    TenuresTest(
            StewardshipExamples given,
            HandbookExamples examples,
            Nominations nominations,
            Tenures tenures,
            Areas areas,
            Changes changes,
            Communities communities,
            TestClock clock) {
        this.given = given;
        this.examples = examples;
        this.nominations = nominations;
        this.tenures = tenures;
        this.areas = areas;
        this.changes = changes;
        this.communities = communities;
        this.clock = clock;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = given.aCommunity();
        amara = harbour.steward();
        joaquin = given.aMember(harbour, "Joaquín");
        ngozi = given.aMember(harbour, "Ngozi");
    }

    private void seat(Member member, String area, String since, String until) {
        examples.amend(
                amara,
                file -> file.with(
                        area, new Seat(given.handle(member), LocalDate.parse(since), LocalDate.parse(until))));
    }

    private Change newest() {
        return changes.get(given.newestChange(harbour));
    }

    @Test
    void stepping_down_is_an_act_of_ones_own_and_done_once() {
        seat(ngozi, "meetings", "2026-01-10", "2027-01-10");
        tenures.stepDown(ngozi, "meetings", false);
        assertThat(given.stewards(harbour, "meetings")).isEmpty();
        assertThat(given.area(harbour, "meetings").emeriti()).isEmpty();
        assertThat(newest().state())
                .isInstanceOfSatisfying(
                        Change.Enacted.class,
                        made -> assertThat(made.origin()).isEqualTo(new Change.ByPerson(ngozi.person())));
        assertThat(given.recorded(harbour)).contains("steward.stepped-down");
        assertThat(missing(() -> tenures.stepDown(ngozi, "meetings", false))).isEqualTo("steward.not-there");
        assertThat(missing(() -> tenures.stepDown(joaquin, "", true))).isEqualTo("steward.not-there");
    }

    @Test
    void who_served_a_year_or_wishes_it_is_named_among_those_who_did() {
        seat(ngozi, "meetings", "2025-03-02", "2026-06-01");
        seat(joaquin, "meetings", "2026-02-01", "2027-02-01");
        tenures.stepDown(ngozi, "meetings", false);
        tenures.stepDown(joaquin, "meetings", true);
        assertThat(given.area(harbour, "meetings").emeriti()).containsExactly(ngozi.person(), joaquin.person());
    }

    @Test
    void the_last_over_the_whole_handbook_stays() {
        assertThat(missing(() -> tenures.stepDown(amara, "", true))).isEqualTo("steward.last");
        communities.leave(amara);
        assertThat(given.file(harbour)).contains(given.handle(amara));
        examples.amend(joaquin, file -> file.with("", new Seat(given.handle(ngozi), null, null)));
        assertThat(given.stewards(harbour, "")).containsExactly(ngozi.person());
    }

    @Test
    void who_leaves_oversees_nothing_any_more() {
        examples.overseeing(ngozi, "");
        examples.overseeing(ngozi, "meetings");
        communities.leave(ngozi);
        assertThat(given.file(harbour)).doesNotContain(given.handle(ngozi));
        assertThat(newest().state())
                .isInstanceOfSatisfying(
                        Change.Enacted.class, made -> assertThat(made.origin()).isEqualTo(new Change.ByRule("left")));
        assertThat(newest().author()).isNull();
        assertThat(given.recorded(harbour)).contains("steward.left");
    }

    @Test
    void a_term_that_ends_is_told_a_month_and_a_week_before_once_each() {
        seat(ngozi, "meetings", "2025-04-10", "2026-04-10");
        seat(joaquin, "meetings", "2026-01-01", "2027-01-01");
        given.later(0);
        assertThat(given.told(ngozi)).isEmpty();
        given.later(10);
        given.later(1);
        assertThat(given.told(ngozi)).containsExactly("term.told.ends");
        assertThat(given.told(joaquin)).containsExactly("term.told.ends-other");
        given.later(21);
        given.later(1);
        assertThat(given.told(ngozi)).containsExactly("term.told.ends", "term.told.ends");
    }

    @Test
    void who_hears_of_the_last_week_first_hears_of_it_once() {
        seat(ngozi, "meetings", "2025-03-05", "2026-03-05");
        given.later(0);
        given.later(1);
        assertThat(given.told(ngozi)).containsExactly("term.told.ends");
    }

    @Test
    void a_term_that_is_over_lapses_by_the_software_and_the_year_is_thanked_for() {
        seat(ngozi, "meetings", "2025-03-02", "2026-03-02");
        given.later(0);
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
        given.later(1);
        assertThat(given.stewards(harbour, "meetings")).isEmpty();
        assertThat(given.area(harbour, "meetings").emeriti()).containsExactly(ngozi.person());
        assertThat(newest().state())
                .isInstanceOfSatisfying(
                        Change.Enacted.class,
                        made -> assertThat(made.origin()).isEqualTo(new Change.ByRule("term-over")));
        assertThat(given.told(ngozi)).contains("term.told.over");
        int length = given.recorded(harbour).size();
        given.later(1);
        assertThat(given.recorded(harbour)).hasSize(length);
    }

    @Test
    void the_last_term_over_the_whole_handbook_is_held_over_and_everybody_is_asked_once() {
        seat(amara, "", "2025-03-01", "2026-03-03");
        given.later(2);
        given.later(1);
        assertThat(given.stewards(harbour, "")).containsExactly(amara.person());
        assertThat(given.recorded(harbour).stream().filter("steward.held-over"::equals))
                .hasSize(1);
        assertThat(given.told(joaquin)).containsExactly("term.told.held-over");
        given.confirmed(joaquin, "", ngozi);
        assertThat(given.stewards(harbour, "")).containsExactly(ngozi.person());
        given.later(1);
        assertThat(given.area(harbour, "").emeriti()).containsExactly(amara.person());
        assertThat(areas.of(amara.community()).broken()).isNull();
    }

    @Test
    void one_who_stays_on_keeps_the_first_day_and_gets_a_year_from_the_last() {
        seat(ngozi, "meetings", "2025-04-01", "2026-04-01");
        Nomination again = nominations.nominate(ngozi, "meetings", ngozi.person(), "I stay", "");
        assertThat(again.renewal()).isTrue();
        given.later(0);
        assertThat(given.told(ngozi)).doesNotContain("term.told.ends");
        given.waitForSilence();
        assertThat(tenures.of(amara.community(), "meetings", ngozi.person()))
                .contains(new Term(LocalDate.parse("2025-04-01"), LocalDate.parse("2027-04-01")));
        assertThat(given.recorded(again.subject())).contains("steward.renewed");
    }

    @Test
    void days_are_those_of_the_community_across_the_change_of_clocks() {
        // In Madrid clocks go forward on 29 March 2026 at two: 30 March begins at 22:00 UTC on the 29th.
        seat(ngozi, "meetings", "2026-01-01", "2026-03-29");
        clock.set(Instant.parse("2026-03-29T21:59:00Z"));
        given.later(0);
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
        clock.set(Instant.parse("2026-03-29T22:01:00Z"));
        given.later(0);
        assertThat(given.stewards(harbour, "meetings")).isEmpty();
        assertThat(given.file(harbour)).doesNotContain(given.handle(ngozi));
    }

    @Test
    void of_two_last_ones_who_step_down_at_once_one_stays() throws Exception {
        examples.overseeing(ngozi, "");
        CyclicBarrier begin = new CyclicBarrier(2);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Member each : List.of(amara, ngozi))
                answers.add(threads.submit(() -> {
                    begin.await();
                    try {
                        tenures.stepDown(each, "", false);
                        return "";
                    } catch (Refused refused) {
                        return refused.problems().get("").key();
                    }
                }));
        }
        assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                .containsExactlyInAnyOrder("", "steward.last");
        assertThat(given.stewards(harbour, "")).hasSize(1);
        assertThat(areas.of(amara.community()).broken()).isNull();
    }

    @Test
    void a_term_is_twelve_months_of_the_calendar() {
        assertThat(Term.from(LocalDate.parse("2028-02-29")).until()).isEqualTo(LocalDate.parse("2029-02-28"));
        LocalDate today = LocalDate.parse("2026-10-25");
        assertThat(Term.from(today).isOver(LocalDate.parse("2027-10-25"))).isFalse();
        assertThat(Term.from(today).isOver(LocalDate.parse("2027-10-26"))).isTrue();
        assertThat(new Term(null, null).renewed(today)).isEqualTo(Term.from(today));
    }
}
