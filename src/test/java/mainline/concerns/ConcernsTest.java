package mainline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Audience;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Notice;
import mainline.decisions.Amendments;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.Stage;
import mainline.decisions.Which;
import mainline.ideas.Ideas;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.record.Entry;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@MainlineTest
@RecordApplicationEvents
class ConcernsTest {
    private static final Duration WINDOW = Duration.ofHours(72);

    private final Decisions decisions;
    private final Amendments amendments;
    private final Concerns concerns;
    private final RaisingRules raising;
    private final Escalations escalations;
    private final Communities communities;
    private final Jobs jobs;
    private final PublicRecord record;
    private final TestClock clock;
    private final Village village;
    private final Member ada;
    private final Member ben;
    private final Member cleo;

    ConcernsTest(
            Decisions decisions,
            Amendments amendments,
            Concerns concerns,
            RaisingRules raising,
            Escalations escalations,
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Jobs jobs,
            PublicRecord record,
            TestClock clock) {
        this.decisions = decisions;
        this.amendments = amendments;
        this.concerns = concerns;
        this.raising = raising;
        this.escalations = escalations;
        this.communities = communities;
        this.jobs = jobs;
        this.record = record;
        this.clock = clock;
        clock.reset();
        village = new Village(people, founding, communities, ideas);
        ada = village.ada;
        ben = village.ben;
        cleo = village.cleo;
    }

    @BeforeEach
    void a_while_later() {
        clock.advance(Duration.ofDays(2));
    }

    private Subject intent() {
        return decisions
                .open(
                        ada,
                        Question.of(
                                "We meet on Thursdays",
                                Method.LAZY_CONSENSUS,
                                clock.instant().plus(WINDOW)))
                .subject();
    }

    private Decision now(Subject decision) {
        return decisions.get(decision.community(), decision.number());
    }

    private Concern only(Subject decision) {
        return concerns.of(decision).getFirst();
    }

    private void closeDue() {
        jobs.run("decisions.concerns");
        jobs.run("decisions.close");
    }

    private Stage.Closed closed(Subject decision) {
        return (Stage.Closed) now(decision).stage();
    }

    private List<String> verbs(Subject decision) {
        return record.list(decision.community(), RecordFilter.about(decision), 0, 50).items().stream()
                .map(Entry::act)
                .map(act -> act.verb())
                .toList();
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems().values())
                                .anySatisfy(reason -> assertThat(reason.key()).isEqualTo(key)));
    }

    @Test
    void silence_is_assent_at_the_end_of_the_window_and_not_before() {
        Subject intent = intent();
        clock.advance(WINDOW.minusSeconds(1));
        closeDue();
        assertThat(now(intent).stage()).isInstanceOf(Stage.Open.class);
        clock.advance(Duration.ofSeconds(1));
        closeDue();
        assertThat(closed(intent).passed()).isTrue();
        assertThat(closed(intent).sentence().key()).isEqualTo("lazy.stood");
    }

    @Test
    void silence_needs_three_days() {
        Instant early = clock.instant().plus(WINDOW).minusSeconds(1);
        assertThatThrownBy(() -> decisions.open(ada, Question.of("Soon", Method.LAZY_CONSENSUS, early)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void an_open_concern_holds_the_window_open_until_it_is_resolved() {
        Subject intent = intent();
        concerns.raise(ben, intent, "The night shift could never come.", 0, null);
        clock.advance(Duration.ofDays(30));
        closeDue();
        assertThat(now(intent).stage()).as("nobody answered: it never lapses").isInstanceOf(Stage.Open.class);
        assertThat(only(intent).state()).isInstanceOf(Concern.Waiting.class);
        refused(() -> concerns.raise(cleo, intent, "Too late", 0, null), "concern.window-over");
        concerns.answer(ada, intent, 1, "We meet twice, once in the morning.");
        concerns.resolve(ben, intent, 1, "Good.");
        closeDue();
        assertThat(closed(intent).passed()).isTrue();
        assertThat(closed(intent).sentence().key()).isEqualTo("lazy.stood-after");
        assertThat(verbs(intent))
                .containsExactly(
                        "decision.closed", "concern.resolved", "concern.answered", "concern.raised", "decision.opened");
    }

    @Test
    void a_concern_names_a_harm_or_a_clause_and_who_works_on_it() {
        Subject intent = intent();
        refused(() -> concerns.raise(ben, intent, " ", 0, null), "concern.harm.missing");
        refused(() -> concerns.raise(ben, intent, "x", 0, new PersonId(999_999)), "concern.resolver.unknown");
        concerns.raise(ben, intent, "", 1, cleo.person());
        assertThat(only(intent).clause()).isOne();
        assertThat(only(intent).resolver()).isEqualTo(cleo.person());
        refused(() -> concerns.raise(ben, intent, "Another", 0, null), "concern.one-at-a-time");
        refused(() -> concerns.raise(ada, intent, "My own", 0, null), "concern.own-question");
    }

    @Test
    void who_joined_after_the_question_raises_nothing() {
        Subject intent = intent();
        Member late = new Member(
                village.community.id(), new PersonId(village.dov.person().value()));
        communities.leave(late);
        assertThat(raising.whyNot(now(intent), late, List.of()))
                .as("on the roll still")
                .isNull();
        Member stranger = new Member(village.community.id(), new PersonId(777_777));
        refused(() -> concerns.raise(stranger, intent, "Hm", 0, null), "concern.not-on-roll");
    }

    @Test
    void after_an_answer_it_lapses_exactly_when_its_days_are_over() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes with choir.", 0, null);
        concerns.answer(cleo, intent, 1, "Choir is on Fridays.");
        Instant until = ((Concern.Answered) only(intent).state()).until();
        assertThat(until).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        clock.set(until.minusMillis(1));
        closeDue();
        assertThat(only(intent).isOpen()).isTrue();
        concerns.answer(ada, intent, 1, "A second answer does not give more time, nor take any.");
        assertThat(only(intent).state()).isEqualTo(new Concern.Answered(until.minus(Duration.ofDays(7)), until));
        clock.set(until);
        refused(() -> concerns.answer(ada, intent, 1, "Late"), "concern.has-lapsed");
        refused(() -> concerns.stand(ben, intent, 1, "Late"), "concern.has-lapsed");
        closeDue();
        assertThat(only(intent).state()).isEqualTo(new Concern.Lapsed(until));
        refused(() -> concerns.resolve(ben, intent, 1, "Late"), "decision.over");
        assertThat(closed(intent).passed()).isTrue();
        assertThat(verbs(intent)).contains("concern.lapsed");
    }

    @Test
    void a_lapse_needs_no_job_of_its_own() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        concerns.answer(ada, intent, 1, "It does not.");
        clock.advance(Duration.ofDays(7));
        jobs.run("decisions.close");
        jobs.run("decisions.concerns");
        jobs.run("decisions.close");
        assertThat(closed(intent).passed()).isTrue();
        assertThat(verbs(intent).stream().filter("concern.lapsed"::equals)).hasSize(1);
    }

    @Test
    void its_days_are_days_on_the_communitys_clocks() {
        clock.set(Instant.parse("2026-03-27T09:00:00Z"));
        Subject intent = intent();
        concerns.raise(ben, intent, "Too early in the year.", 0, null);
        concerns.answer(ada, intent, 1, "It is spring.");
        assertThat(((Concern.Answered) only(intent).state()).until())
                .as("clocks go forward on the 29th in Madrid: ten in the morning stays ten in the morning")
                .isEqualTo(Instant.parse("2026-04-03T08:00:00Z"));
    }

    @Test
    void whoever_owes_a_word_is_reminded_once(ApplicationEvents events) {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        concerns.answer(ada, intent, 1, "It does not.");
        clock.advance(Duration.ofDays(5));
        jobs.run("decisions.concerns");
        jobs.run("decisions.concerns");
        assertThat(events.stream(Notice.class)
                        .filter(notice -> notice.to().equals(new Audience.One(ben.person())))
                        .map(notice -> notice.text().key()))
                .containsExactly("concern.told.answered", "concern.told.lapses-soon");
    }

    @Test
    void asking_for_more_puts_the_clock_back_on_the_others() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        refused(() -> concerns.reply(ben, intent, 1, "Hello?"), "concern.not-answered");
        refused(() -> concerns.answer(ben, intent, 1, "Me"), "concern.own-answer");
        concerns.answer(ada, intent, 1, "With what?");
        concerns.reply(ben, intent, 1, "With choir.");
        clock.advance(Duration.ofDays(60));
        closeDue();
        assertThat(only(intent).state()).isInstanceOf(Concern.Waiting.class);
        assertThat(only(intent).turns())
                .extracting(Concern.Turn::kind)
                .containsExactly(Concern.Kind.ANSWER, Concern.Kind.REPLY);
    }

    @Test
    void whoever_raised_it_may_leave_and_it_lapses_after_the_days_and_not_at_once() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        concerns.answer(ada, intent, 1, "It does not.");
        communities.leave(ben);
        clock.advance(Duration.ofDays(6));
        closeDue();
        assertThat(only(intent).isOpen()).isTrue();
        clock.advance(Duration.ofDays(1));
        closeDue();
        assertThat(only(intent).state()).isInstanceOf(Concern.Lapsed.class);
        assertThat(closed(intent).passed()).isTrue();
    }

    @Test
    void a_concern_that_still_stands_stops_it_and_leads_to_a_round_of_consent() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        concerns.answer(ada, intent, 1, "It does not.");
        Subject next = concerns.stand(ben, intent, 1, "It does: choir moved.");
        assertThat(closed(intent).passed()).isFalse();
        assertThat(closed(intent).sentence().key()).isEqualTo("lazy.stopped");
        assertThat(now(next).method()).isEqualTo(Method.CONSENT);
        assertThat(now(next).question()).isEqualTo("We meet on Thursdays");
        assertThat(now(next).by()).isEqualTo(ada.person());
        assertThat(now(next).review()).isNotNull();
        assertThat(escalations.next(intent)).contains(next);
        assertThat(escalations.before(next)).contains(intent);
        assertThat(verbs(intent)).contains("concern.stands", "decision.escalated");
        refused(() -> concerns.stand(ben, intent, 1, "Again"), "decision.over");
    }

    @Test
    void whoever_asked_may_take_it_on_at_once_while_a_concern_is_open() {
        Subject intent = intent();
        refused(() -> concerns.escalate(ada, intent), "concern.none-open");
        concerns.raise(ben, intent, "It clashes.", 0, null);
        refused(() -> concerns.escalate(cleo, intent), "decision.not-yours");
        assertThat(now(concerns.escalate(ada, intent)).method()).isEqualTo(Method.CONSENT);
        closeDue();
        assertThat(closed(intent).passed()).isFalse();
    }

    @Test
    void withdrawing_the_question_stops_every_clock() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        concerns.answer(ada, intent, 1, "True.");
        decisions.withdraw(ada, intent, "Ben is right.");
        clock.advance(Duration.ofDays(8));
        closeDue();
        assertThat(now(intent).stage()).isInstanceOf(Stage.Withdrawn.class);
        assertThat(verbs(intent)).doesNotContain("concern.lapsed", "decision.closed");
        refused(() -> concerns.resolve(ben, intent, 1, ""), "decision.over");
    }

    @Test
    void an_amendment_answers_every_concern_and_begins_the_window_anew() {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        clock.advance(WINDOW.plusDays(1));
        closeDue();
        amendments.question(ada, intent, 1, "We meet on Wednesdays", "");
        assertThat(now(intent).ends()).isEqualTo(clock.instant().plus(WINDOW));
        assertThat(only(intent).state()).isInstanceOf(Concern.Answered.class);
        concerns.raise(cleo, intent, "Wednesdays are worse.", 0, null);
        concerns.resolve(ben, intent, 1, "");
        concerns.resolve(cleo, intent, 2, "Looked it up.");
        closeDue();
        assertThat(now(intent).stage()).isInstanceOf(Stage.Open.class);
        clock.advance(WINDOW);
        closeDue();
        assertThat(closed(intent).passed()).isTrue();
    }

    @Test
    void when_the_window_is_over_and_no_concern_is_open_nothing_is_amended() {
        Subject intent = intent();
        clock.advance(WINDOW);
        refused(() -> amendments.question(ada, intent, 1, "We meet on Mondays", ""), "decision.over");
        closeDue();
        assertThat(now(intent).question()).isEqualTo("We meet on Thursdays");
    }

    @Test
    void two_who_raise_at_once_both_have_their_concern() throws Exception {
        Subject intent = intent();
        together(
                () -> {
                    concerns.raise(ben, intent, "It clashes.", 0, null);
                    return intent;
                },
                () -> {
                    concerns.raise(cleo, intent, "It is too late.", 0, null);
                    return intent;
                });
        assertThat(concerns.of(intent)).extracting(Concern::number).containsExactly(1, 2);
    }

    @Test
    void two_who_stand_by_their_concerns_at_once_lead_to_one_round() throws Exception {
        Subject intent = intent();
        concerns.raise(ben, intent, "It clashes.", 0, null);
        concerns.raise(cleo, intent, "It is too late.", 0, null);
        concerns.answer(ada, intent, 1, "No.");
        concerns.answer(ada, intent, 2, "No.");
        long before =
                decisions.list(village.community.id(), Which.ALL, 0, 50).items().size();
        List<Object> results =
                together(() -> concerns.stand(ben, intent, 1, "Yes."), () -> concerns.stand(cleo, intent, 2, "Yes."));
        assertThat(results).filteredOn(Subject.class::isInstance).hasSize(1);
        assertThat(decisions.list(village.community.id(), Which.ALL, 0, 50).items())
                .hasSize((int) before + 1);
    }

    @Test
    void what_is_about_the_mission_is_not_asked_this_way() {
        Subject mission = new Subject(village.community.id(), Subject.Kind.MISSION, 1);
        Question question =
                Question.of("Change it", Method.LAZY_CONSENSUS, clock.instant().plus(WINDOW));
        assertThatThrownBy(() -> decisions.open(ada, question.about(mission))).isInstanceOf(Refused.class);
    }

    /** What each gave back, or what it threw. */
    private static List<Object> together(Callable<Object> one, Callable<Object> other) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Object> results = new ArrayList<>();
            for (Future<?> done : threads.invokeAll(List.of(one, other)))
                results.add(done.state() == Future.State.SUCCESS ? done.resultNow() : done.exceptionNow());
            return results;
        }
    }
}
