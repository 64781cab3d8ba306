package mainline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.decisions.Amendments;
import mainline.decisions.Choice;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Phase;
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
import mainline.platform.TestErrands;
import mainline.record.Entry;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class RoundsTest {
    private static final Duration WINDOW = Duration.ofHours(8);
    private static final Duration PHASE = Duration.ofHours(2);

    private final Decisions decisions;
    private final Amendments amendments;
    private final Rounds rounds;
    private final Escalations escalations;
    private final Jobs jobs;
    private final PublicRecord record;
    private final TestErrands late;
    private final JdbcClient db;
    private final TestClock clock;
    private final Village village;
    private final Member ada;
    private final Member ben;
    private final Member cleo;
    private final Member dov;

    RoundsTest(
            Decisions decisions,
            Amendments amendments,
            Rounds rounds,
            Escalations escalations,
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Jobs jobs,
            PublicRecord record,
            TestErrands late,
            JdbcClient db,
            TestClock clock) {
        this.decisions = decisions;
        this.amendments = amendments;
        this.rounds = rounds;
        this.escalations = escalations;
        this.jobs = jobs;
        this.record = record;
        this.late = late;
        this.db = db;
        this.clock = clock;
        clock.reset();
        village = new Village(people, founding, communities, ideas);
        ada = village.ada;
        ben = village.ben;
        cleo = village.cleo;
        dov = village.dov;
    }

    @BeforeEach
    void a_while_later() {
        clock.advance(Duration.ofDays(2));
    }

    private Question question() {
        LocalDate review = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(90);
        return Question.of(
                        "We buy a cargo bike", Method.CONSENT, clock.instant().plus(WINDOW))
                .reviewedOn(review);
    }

    private Subject asked() {
        return decisions.open(ada, question()).subject();
    }

    private Decision now(Subject decision) {
        return decisions.get(decision.community(), decision.number());
    }

    private Phase phase(Subject decision) {
        return rounds.of(now(decision)).phase(clock.instant());
    }

    private void say(Member by, Subject decision, Word.Kind kind) {
        rounds.say(by, decision, rounds.of(now(decision)).number(), kind, kind + " because of the rain");
    }

    private void closeDue() {
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
    void it_passes_when_enough_consent_and_nobody_objects() {
        Subject bike = asked();
        refused(() -> say(ben, bike, Word.Kind.CONSENT), "consent.not-yet");
        clock.advance(PHASE.multipliedBy(3));
        assertThat(phase(bike)).isEqualTo(Phase.OBJECT);
        say(ada, bike, Word.Kind.CONSENT);
        say(ben, bike, Word.Kind.RESERVATION);
        say(cleo, bike, Word.Kind.OBJECTION);
        say(cleo, bike, Word.Kind.CONSENT);
        clock.advance(PHASE);
        refused(() -> say(dov, bike, Word.Kind.CONSENT), "decision.over");
        closeDue();
        assertThat(closed(bike).passed()).isTrue();
        assertThat(closed(bike).winners()).containsExactly(1);
        assertThat(closed(bike).sentence().key()).isEqualTo("consent.passed-reserved");
        assertThat(verbs(bike)).contains("consent.objected", "consent.objection-withdrawn");
    }

    @Test
    void an_objection_needs_a_reason_and_a_place_on_the_roll() {
        Subject bike = asked();
        clock.advance(PHASE.multipliedBy(3));
        refused(() -> rounds.say(ben, bike, 1, Word.Kind.OBJECTION, "  "), "consent.text.OBJECTION");
        Member stranger = new Member(village.community.id(), new PersonId(777_777));
        refused(() -> say(stranger, bike, Word.Kind.CONSENT), "consent.not-on-roll");
        refused(() -> rounds.say(ben, bike, 2, Word.Kind.CONSENT, ""), "consent.another-round");
    }

    @Test
    void a_failed_round_is_followed_by_one_more_and_then_by_a_ranked_vote_among_the_wordings() {
        Subject bike = asked();
        clock.advance(PHASE.multipliedBy(3));
        say(ben, bike, Word.Kind.OBJECTION);
        clock.advance(PHASE);
        closeDue();
        assertThat(now(bike).stage()).isInstanceOf(Stage.Open.class);
        assertThat(phase(bike)).isEqualTo(Phase.AMEND);
        assertThat(rounds.words(now(bike))).as("a new round, no words yet").isEmpty();

        amendments.question(ada, bike, 1, "We rent a cargo bike", "For a year.");
        assertThat(now(bike).round()).as("no ballots, so none are void").isOne();
        clock.advance(PHASE);
        refused(() -> amendments.question(ada, bike, 2, "We rent two", ""), "consent.not-amending");
        say(ben, bike, Word.Kind.OBJECTION);
        say(ada, bike, Word.Kind.CONSENT);
        clock.advance(PHASE);
        closeDue();

        assertThat(closed(bike).passed()).isFalse();
        assertThat(closed(bike).sentence().key()).isEqualTo("consent.objected-goes-on");
        Decision vote = now(escalations.next(bike).orElseThrow());
        assertThat(vote.method()).isEqualTo(Method.RANKED);
        assertThat(vote.options())
                .extracting(Choice::text)
                .containsExactly("We buy a cargo bike", "We rent a cargo bike");
        assertThat(vote.eligible()).isEqualTo(4);
        assertThat(escalations.before(vote.subject())).contains(bike);
        assertThat(verbs(bike)).contains("consent.again", "decision.escalated", "decision.closed");
    }

    @Test
    void too_few_consents_fail_it_as_well_and_an_unchanged_wording_is_one_option() {
        Subject bike = asked();
        clock.advance(WINDOW);
        closeDue();
        clock.advance(WINDOW);
        closeDue();
        assertThat(closed(bike).sentence().key()).isEqualTo("consent.too-few-goes-on");
        assertThat(now(escalations.next(bike).orElseThrow()).options()).hasSize(1);
    }

    @Test
    void another_background_makes_another_option() {
        Subject bike = asked();
        clock.advance(WINDOW);
        closeDue();
        amendments.question(ada, bike, 1, "We buy a cargo bike", "With a roof against the rain.");
        clock.advance(WINDOW);
        closeDue();
        assertThat(now(escalations.next(bike).orElseThrow()).options())
                .extracting(Choice::text)
                .containsExactly("We buy a cargo bike", "We buy a cargo bike (2)");
    }

    @Test
    void two_jobs_at_once_end_it_and_lead_on_once() throws Exception {
        Subject bike = asked();
        clock.advance(WINDOW);
        atOnce(() -> closeDue());
        assertThat(rounds.of(now(bike)).number()).isEqualTo(2);
        clock.advance(WINDOW);
        int before =
                decisions.list(village.community.id(), Which.ALL, 0, 50).items().size();
        atOnce(() -> closeDue());
        assertThat(decisions.list(village.community.id(), Which.ALL, 0, 50).items())
                .hasSize(before + 1);
        assertThat(verbs(bike).stream().filter("decision.escalated"::equals)).hasSize(1);
        assertThat(verbs(bike).stream().filter("consent.again"::equals)).hasSize(1);
    }

    private static void atOnce(Runnable work) throws InterruptedException {
        Callable<Boolean> one = () -> {
            work.run();
            return true;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(List.of(one, one, one, one)))
                    .allSatisfy(done -> assertThat(done.get()).isTrue());
        }
    }

    @Test
    void whoever_asked_moves_on_early_once_however_often_it_is_sent() {
        Subject bike = asked();
        clock.advance(Duration.ofMinutes(30));
        refused(() -> rounds.moveOn(ben, bike, "CLARIFY"), "decision.not-yours");
        rounds.moveOn(ada, bike, "CLARIFY");
        rounds.moveOn(ada, bike, "CLARIFY");
        assertThat(phase(bike)).isEqualTo(Phase.REACT);
        rounds.moveOn(ada, bike, "REACT");
        rounds.moveOn(ada, bike, "AMEND");
        assertThat(phase(bike)).isEqualTo(Phase.OBJECT);
        assertThat(now(bike).ends()).isEqualTo(clock.instant().plus(PHASE));
        refused(() -> rounds.moveOn(ada, bike, "OBJECT"), "consent.no-next");
        assertThat(verbs(bike)).contains("consent.phase-react", "consent.phase-amend", "consent.phase-object");
    }

    @Test
    void the_roll_is_told_once_when_the_clock_begins_the_last_phase() {
        Subject bike = asked();
        // Whoever hears late of a question has the whole window before them.
        late.run();
        clock.advance(PHASE.multipliedBy(3).minusSeconds(1));
        jobs.run("decisions.ask-consent");
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        jobs.run("decisions.ask-consent");
        jobs.run("decisions.ask-consent");
        assertThat(told()).containsExactlyInAnyOrder(ben.person(), cleo.person(), dov.person());
        clock.advance(PHASE);
        closeDue();
        clock.advance(PHASE);
        jobs.run("decisions.ask-consent");
        assertThat(told()).as("and again in the second round").hasSize(6);
        assertThat(phase(bike)).isEqualTo(Phase.OBJECT);
    }

    private List<PersonId> told() {
        late.run();
        return db.sql("""
                        select person_id from notice where community_id = ? and gaps -> 0 ->> 'key' = 'consent.told.object'
                        """)
                .param(village.community.id().value())
                .query((row, number) -> new PersonId(row.getLong(1)))
                .list();
    }

    @Test
    void it_ends_at_once_when_all_consent_and_that_was_agreed() {
        Subject bike = decisions.open(ada, question().untilAllVoted()).subject();
        clock.advance(PHASE.multipliedBy(3));
        for (Member member : List.of(ada, ben, cleo)) say(member, bike, Word.Kind.CONSENT);
        closeDue();
        assertThat(now(bike).stage()).isInstanceOf(Stage.Open.class);
        say(dov, bike, Word.Kind.CONSENT);
        closeDue();
        assertThat(closed(bike).passed()).isTrue();
    }
}
