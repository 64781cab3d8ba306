package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.people.People;
import mainline.platform.Jobs;
import mainline.record.Entry;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import mainline.tally.Ballot;
import mainline.tally.HandsOutcome;
import mainline.tally.Quorum;
import mainline.tally.Ratio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MainlineTest
class DecisionsTest {
    private static final Ballot YES = Ballot.Hand.YES;
    private static final Ballot NO = Ballot.Hand.NO;

    private final Decisions decisions;
    private final Amendments amendments;
    private final WordingStore wordings;
    private final Ballots ballots;
    private final People people;
    private final Communities communities;
    private final Jobs jobs;
    private final PublicRecord record;
    private final TestClock clock;
    private final Village village;

    DecisionsTest(
            Decisions decisions,
            Amendments amendments,
            WordingStore wordings,
            Ballots ballots,
            People people,
            Communities communities,
            Jobs jobs,
            PublicRecord record,
            TestClock clock,
            Village village) {
        this.decisions = decisions;
        this.amendments = amendments;
        this.wordings = wordings;
        this.ballots = ballots;
        this.people = people;
        this.communities = communities;
        this.jobs = jobs;
        this.record = record;
        this.clock = clock;
        this.village = village;
    }

    @BeforeEach
    void everybody_has_been_here_for_a_while() {
        clock.advance(Duration.ofDays(2));
    }

    @Test
    void a_show_of_hands_passes_by_its_quorum_and_ratio() {
        Decision decision = open(Question.of("Shall we paint the hall?", Method.SHOW_OF_HANDS, in(1)));
        cast(decision, village.ada, YES);
        cast(decision, village.ben, YES);
        cast(decision, village.cleo, YES);
        cast(decision, village.dov, NO);

        Stage.Closed closed = close(decision);

        assertThat(closed.passed()).isTrue();
        assertThat(closed.voted()).isEqualTo(4);
        assertThat(verbs(decision)).containsExactly("decision.closed", "decision.opened");
    }

    @Test
    void lunch_is_decided_as_soon_as_everybody_has_voted() {
        Decision decision = open(Question.of("Where do we have lunch?", Method.APPROVAL, in(1), "Soup", "Rice", "Bread")
                .untilAllVoted());
        cast(decision, village.ada, new Ballot.Approvals(Set.of(1)));
        cast(decision, village.ben, new Ballot.Approvals(Set.of(1, 2)));
        cast(decision, village.cleo, new Ballot.Approvals(Set.of(2)));
        assertThat(now(decision).stage()).isInstanceOf(Stage.Open.class);
        cast(decision, village.dov, new Ballot.Approvals(Set.of(1, 3)));

        assertThat(now(decision).stage())
                .isInstanceOfSatisfying(
                        Stage.Closed.class,
                        closed -> assertThat(closed.winners()).containsExactly(1));
    }

    @Test
    void an_open_ballot_can_be_changed_until_the_close_and_the_last_one_counts() {
        Decision decision = open(Question.of("Shall we sing?", Method.SHOW_OF_HANDS, in(1)));
        cast(decision, village.ada, YES);
        cast(decision, village.ada, NO);

        assertThat(ballots.own(now(decision), village.ada.person())
                        .orElseThrow()
                        .ballot())
                .isEqualTo(NO);
        close(decision);
        assertThat(ballots.published(now(decision), 0, 10).items())
                .singleElement()
                .extracting(PublishedBallot::ballot)
                .isEqualTo(NO);
    }

    @Test
    void a_secret_ballot_is_found_by_its_receipt_and_by_nothing_else() {
        Decision decision = open(Question.of("Who speaks for us?", Method.RANKED, in(48), "Ada", "Ben")
                .inSecret());
        Receipt receipt = cast(decision, village.ada, ranking(2, 1));
        cast(decision, village.ben, ranking(2, 1));
        cast(decision, village.cleo, ranking(2, 3));
        assertThat(ballots.own(now(decision), village.ada.person())).isEmpty();
        assertThat(ballots.published(now(decision), receipt.code())).isEmpty();

        Stage.Closed closed = close(decision);

        assertThat(closed.winners()).containsExactly(2);
        PublishedBallot found = ballots.published(now(decision), receipt.code()).orElseThrow();
        assertThat(found.ballot()).isEqualTo(ranking(2, 1));
        assertThat(found.voter()).isNull();
    }

    @Test
    void the_same_page_sent_twice_casts_one_ballot_and_another_is_refused() {
        Decision decision =
                open(Question.of("Shall we move?", Method.SHOW_OF_HANDS, in(1)).inSecret());
        String nonce = ballots.nonce(decision);
        Receipt first = ballots.cast(village.ada, decision.subject(), YES, "", nonce);
        Receipt second = ballots.cast(village.ada, decision.subject(), YES, "", nonce);

        assertThat(second).isEqualTo(new Receipt(first.code(), true));
        assertThatThrownBy(() -> cast(decision, village.ada, NO)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ballots.cast(village.ben, decision.subject(), YES, "", nonce))
                .isInstanceOf(Refused.class);
        assertThat(close(decision).voted()).isEqualTo(1);
    }

    @Test
    void an_answer_lost_before_the_close_is_given_again_after_it() {
        Decision decision =
                open(Question.of("Shall we row?", Method.SHOW_OF_HANDS, in(1)).inSecret());
        String nonce = ballots.nonce(decision);
        Receipt first = ballots.cast(village.ada, decision.subject(), YES, "", nonce);
        close(decision);
        assertThat(ballots.cast(village.ada, decision.subject(), YES, "", nonce))
                .isEqualTo(new Receipt(first.code(), true));
    }

    @Test
    void who_joins_after_a_heavy_question_was_asked_has_no_vote() {
        Decision decision = open(Question.of("Where do we dig?", Method.RANKED, in(48), "Here", "There"));
        var late = people.bring(
                        "Eve Late", "eve" + decision.subject().community().value() + "@example.org")
                .id();
        communities.join(village.community.id(), late);

        assertThat(ballots.voting(decision, late)).isEqualTo(Voting.NOT_ON_ROLL);
        assertThatThrownBy(() -> cast(decision, new Member(village.community.id(), late), ranking(1, 2)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void what_cannot_be_undone_is_asked_and_voted_on_after_a_day() {
        var fresh = people.bring("Fay New", "fay" + village.community.id().value() + "@example.org")
                .id();
        communities.join(village.community.id(), fresh);
        Member fay = new Member(village.community.id(), fresh);
        assertThatThrownBy(() -> decisions.open(fay, Question.of("Which?", Method.RANKED, in(48), "One", "Two")))
                .isInstanceOf(Refused.class);
        assertThat(open(Question.of("Which?", Method.RANKED, in(48), "One", "Two"))
                        .eligible())
                .isEqualTo(open(Question.of("Which one?", Method.SHOW_OF_HANDS, in(1)))
                                .eligible()
                        - 1);
    }

    @Test
    void a_ballot_after_the_end_is_refused_even_before_the_job_has_run() {
        Decision decision = open(Question.of("Shall we rest?", Method.SHOW_OF_HANDS, in(1)));
        clock.set(decision.ends());
        assertThatThrownBy(() -> cast(decision, village.ada, YES)).isInstanceOf(Refused.class);
    }

    @Test
    void a_clock_that_steps_back_reopens_nothing() {
        Decision decision = open(Question.of("Shall we cook?", Method.SHOW_OF_HANDS, in(1)));
        close(decision);
        clock.set(decision.opened());
        assertThat(now(decision).takesBallots(clock.instant())).isFalse();
        jobs.run("decisions.close");
        assertThat(verbs(decision)).containsOnlyOnce("decision.closed");
    }

    @Test
    void a_material_change_voids_the_ballots_and_a_typo_does_not() {
        Decision decision = open(Question.of("Where to?", Method.APPROVAL, in(1), "The montains", "The sea"));
        cast(decision, village.ben, new Ballot.Approvals(Set.of(1)));
        amendments.option(village.ada, decision.subject(), 1, 1, ChoiceDraft.of("The mountains"));
        assertThat(ballots.hasVoted(now(decision), village.ben.person())).isTrue();

        String old = ballots.nonce(now(decision));
        amendments.option(village.ada, decision.subject(), 1, 2, ChoiceDraft.of("The lake"));
        assertThat(ballots.hasVoted(now(decision), village.ben.person())).isFalse();
        assertThat(now(decision).round()).isEqualTo(2);
        assertThatThrownBy(
                        () -> ballots.cast(village.ben, decision.subject(), new Ballot.Approvals(Set.of(1)), "", old))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> amendments.option(village.ada, decision.subject(), 1, 2, ChoiceDraft.of("The hill")))
                .isInstanceOf(Refused.class);
        assertThat(wordings.versions(decision.subject(), 0)).hasSize(4);
    }

    @Test
    void who_voted_is_told_only_when_enough_have() {
        Decision decision =
                open(Question.of("Shall we walk?", Method.SHOW_OF_HANDS, in(1)).inSecret());
        cast(decision, village.ada, YES);
        cast(decision, village.ben, YES);
        assertThat(ballots.voters(now(decision), 0, 10)).isEmpty();
        cast(decision, village.cleo, NO);
        assertThat(ballots.voters(now(decision), 0, 10).orElseThrow().items())
                .containsExactly(village.ada.person(), village.ben.person(), village.cleo.person());
    }

    @Test
    void the_same_question_is_not_asked_again_soon_after_a_no() {
        Decision asked = open(Question.of("Shall we fly?", Method.SHOW_OF_HANDS, in(1)));
        cast(asked, village.ben, NO);
        close(asked);
        Question again = Question.of("Shall we fly ?", Method.SHOW_OF_HANDS, in(1));
        assertThatThrownBy(() -> open(again)).isInstanceOf(Refused.class);
        assertThat(open(Question.of("Shall we fly in May?", Method.SHOW_OF_HANDS, in(1))))
                .isNotNull();
        clock.advance(Duration.ofDays(61));
        assertThat(open(Question.of("Shall we fly?", Method.SHOW_OF_HANDS, in(1))))
                .isNotNull();
    }

    @Test
    void a_withdrawn_question_takes_no_ballots_and_shows_none() {
        Decision decision =
                open(Question.of("Shall we jump?", Method.SHOW_OF_HANDS, in(1)).inSecret());
        cast(decision, village.ada, YES);
        assertThatThrownBy(() -> decisions.withdraw(village.ben, decision.subject(), "No"))
                .isInstanceOf(Refused.class);
        decisions.withdraw(village.ada, decision.subject(), "It rains");

        assertThatThrownBy(() -> cast(decision, village.ben, YES)).isInstanceOf(Refused.class);
        clock.set(decision.ends().plusSeconds(1));
        jobs.run("decisions.close");
        assertThat(now(decision).stage()).isInstanceOf(Stage.Withdrawn.class);
        assertThat(ballots.published(now(decision), 0, 10).items()).isEmpty();
    }

    @Test
    void the_day_of_review_is_told_once() {
        Decision decision = open(
                Question.of("Shall we plant?", Method.SHOW_OF_HANDS, in(1)).reviewedOn(LocalDate.parse("2026-07-01")));
        for (Member member : List.of(village.ada, village.ben, village.cleo)) cast(decision, member, YES);
        close(decision);
        jobs.run("decisions.review");
        assertThat(verbs(decision)).doesNotContain("decision.review-due");
        clock.set(Instant.parse("2026-07-01T07:00:00Z"));
        jobs.run("decisions.review");
        jobs.run("decisions.review");
        assertThat(verbs(decision)).containsOnlyOnce("decision.review-due");
    }

    @Test
    void too_few_who_take_part_decide_nothing_and_bar_nothing() {
        Question question =
                Question.of("Shall we swim?", Method.SHOW_OF_HANDS, in(1)).needing(Turnout.ofPercent(76));
        Decision decision = open(question);
        assertThat(decision.leastTurnout()).isEqualTo(4);
        for (Member member : List.of(village.ada, village.ben, village.cleo)) cast(decision, member, YES);

        Stage.Closed closed = close(decision);

        assertThat(closed.passed()).isFalse();
        assertThat(closed.winners()).isEmpty();
        assertThat(closed.sentence().key()).isEqualTo("decision.outcome.too-few");
        assertThat(closed.sentence().gaps()).containsExactly(3, 4, 4);
        Decision again =
                open(Question.of("Shall we swim?", Method.SHOW_OF_HANDS, in(1)).needing(Turnout.ofPeople(3)));
        for (Member member : List.of(village.ada, village.ben, village.cleo)) cast(again, member, YES);
        assertThat(close(again).passed()).isTrue();
    }

    @Test
    void a_quorum_is_never_lower_than_by_the_rules_and_never_more_than_may_vote() {
        assertThat(Rules.usual()
                        .terms(Method.SHOW_OF_HANDS, false, 4, Question.Wanted.NOTHING)
                        .quorum())
                .isEqualTo(3);
        Question question = Question.of("Shall we swim?", Method.SHOW_OF_HANDS, in(1));
        for (Turnout odd : List.of(Turnout.ofPeople(2), Turnout.ofPercent(50), Turnout.ofPeople(5)))
            assertThatThrownBy(() -> open(question.needing(odd)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problems()).containsOnlyKeys("quorum"));
    }

    @Test
    void a_vote_that_is_announced_opens_when_its_talk_is_over_to_those_who_are_members_then() {
        Decision announced = open(
                Question.of("Shall we build?", Method.SHOW_OF_HANDS, in(120)).announced(3));
        assertThat(ballots.voting(announced, village.ada.person())).isEqualTo(Voting.NOT_YET);
        assertThatThrownBy(() -> cast(announced, village.ada, YES)).isInstanceOf(Refused.class);
        PersonId eve = people.bring("Eve Moor", "eve" + village.community.id().value() + "@example.org")
                .id();
        communities.join(village.community.id(), eve);
        clock.advance(Duration.ofHours(71));
        jobs.run("decisions.open");
        assertThat(now(announced).stage()).isInstanceOf(Stage.Announced.class);

        clock.advance(Duration.ofHours(1));
        jobs.run("decisions.open");
        jobs.run("decisions.open");

        Decision opened = now(announced);
        assertThat(opened.stage()).isInstanceOf(Stage.Open.class);
        assertThat(opened.eligible()).isEqualTo(5);
        assertThat(opened.terms())
                .isEqualTo(Rules.usual().terms(Method.SHOW_OF_HANDS, false, 5, Question.Wanted.NOTHING));
        cast(opened, new Member(village.community.id(), eve), YES);
        for (Member member : List.of(village.ada, village.ben, village.cleo)) cast(opened, member, YES);
        assertThat(close(opened).passed()).isTrue();
        assertThat(verbs(opened)).containsExactly("decision.closed", "decision.ballot-opened", "decision.announced");
    }

    @Test
    void a_ballot_that_opens_late_is_open_as_long_as_it_would_have_been() {
        Decision announced = open(
                Question.of("Shall we build?", Method.SHOW_OF_HANDS, in(120)).announced(3));
        clock.advance(Duration.ofDays(9));
        jobs.run("decisions.open");
        jobs.run("decisions.close");
        assertThat(now(announced).stage()).isInstanceOf(Stage.Open.class);
        assertThat(now(announced).ends()).isEqualTo(clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void of_those_who_left_during_the_talk_nobody_is_waited_for() {
        Decision announced = open(Question.of("Shall we build?", Method.SHOW_OF_HANDS, in(120))
                .announced(3)
                .needing(Turnout.ofPeople(4)));
        communities.leave(village.dov);
        clock.advance(Duration.ofDays(3));
        jobs.run("decisions.open");
        assertThat(now(announced).leastTurnout()).isEqualTo(3);
    }

    @Test
    void what_changes_while_it_is_announced_is_talked_about_as_long_again() {
        Decision announced = open(Question.of("Where do the benches go?", Method.PLURALITY, in(120), "Quay", "Square")
                .announced(3));
        Instant ends = announced.ends();
        clock.advance(Duration.ofDays(2));
        amendments.option(village.ada, announced.subject(), 2, 1, ChoiceDraft.of("Square!"));
        assertThat(now(announced).ballotOpens()).isEqualTo(announced.ballotOpens());
        amendments.option(village.ada, announced.subject(), 2, 2, ChoiceDraft.of("Station"));

        assertThat(now(announced).stage())
                .isEqualTo(new Stage.Announced(clock.instant().plus(Duration.ofDays(3))));
        assertThat(now(announced).ends()).isEqualTo(ends.plus(Duration.ofDays(2)));
        assertThat(now(announced).round()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        jobs.run("decisions.open");
        assertThat(now(announced).stage()).isInstanceOf(Stage.Announced.class);
    }

    @Test
    void what_is_announced_can_be_withdrawn_and_never_opens() {
        Decision announced = open(
                Question.of("Shall we leave?", Method.SHOW_OF_HANDS, in(120)).announced(3));
        decisions.withdraw(village.ada, announced.subject(), "Too early");
        clock.advance(Duration.ofDays(4));
        jobs.run("decisions.open");
        assertThat(now(announced).stage()).isInstanceOf(Stage.Withdrawn.class);
    }

    private Decision open(Question question) {
        return decisions.open(village.ada, question);
    }

    @Test
    void as_many_no_as_yes_are_a_tie_and_said_to_be_one() {
        HandsOutcome tie = new HandsOutcome(3, 3, 0, Quorum.of(new BigDecimal(3)), Ratio.SIMPLE);
        assertThat(Counting.hands(tie).key()).isEqualTo("decision.outcome.hands-tie");
        assertThat(tie.enough()).isEqualTo(4);
        assertThat(new HandsOutcome(3, 1, 0, Quorum.NONE, new Ratio(3, 1)).enough())
                .isEqualTo(3);
    }

    @Test
    void who_joins_before_the_end_takes_part_in_light_questions() {
        Decision open = open(Question.of("Shall we sing?", Method.SHOW_OF_HANDS, in(48)));
        Decision secret = open(Question.of("Shall we dance?", Method.APPROVAL, in(48), "Yes", "No")
                .inSecret());
        Decision ranked = open(Question.of("What do we cook?", Method.RANKED, in(48), "Soup", "Rice"));
        Decision over = open(Question.of("Shall we eat?", Method.SHOW_OF_HANDS, in(1)));
        clock.advance(Duration.ofHours(2));
        PersonId eve = people.bring("Eve Moor", "eve" + village.community.id().value() + "@example.org")
                .id();
        communities.join(village.community.id(), eve);
        Member late = new Member(village.community.id(), eve);

        cast(open, late, YES);
        cast(secret, late, new Ballot.Approvals(Set.of(1)));
        assertThat(ballots.waitingFor(late, 5)).isEmpty();
        assertThat(now(open).eligible()).isEqualTo(5);
        assertThat(now(open).terms())
                .isEqualTo(Rules.usual().terms(Method.SHOW_OF_HANDS, false, 5, Question.Wanted.NOTHING));
        assertThat(now(open).terms().quorum()).isGreaterThan(open.terms().quorum());
        assertThat(ballots.voting(now(ranked), eve)).isEqualTo(Voting.NOT_ON_ROLL);
        assertThat(now(ranked).eligible()).isEqualTo(4);
        assertThat(now(over).eligible()).isEqualTo(4);
        assertThat(ballots.roll(now(open), 0, 10).items()).hasSize(5).contains(eve);
        assertThat(close(secret).voted()).isEqualTo(1);
    }

    @Test
    void who_leaves_and_comes_again_stands_on_a_roll_once() {
        Decision decision = open(Question.of("Shall we sing?", Method.SHOW_OF_HANDS, in(48)));
        communities.leave(village.dov);
        communities.join(village.community.id(), village.dov.person());
        assertThat(now(decision).eligible()).isEqualTo(4);
        assertThat(ballots.roll(now(decision), 0, 10).items()).hasSize(4);
    }

    @Test
    void what_waits_for_a_vote_is_found_behind_what_does_not() {
        Decision silent = open(Question.of("Shall we plant herbs?", Method.LAZY_CONSENSUS, in(72)));
        Decision voted = open(Question.of("Shall we sing?", Method.SHOW_OF_HANDS, in(73)));
        Decision secret = open(
                Question.of("Shall we dance?", Method.SHOW_OF_HANDS, in(74)).inSecret());
        Decision last = open(Question.of("Shall we cook?", Method.SHOW_OF_HANDS, in(75)));
        cast(voted, village.ben, YES);
        cast(secret, village.ben, YES);

        assertThat(ballots.waitingFor(village.ben, 1))
                .singleElement()
                .extracting(Decision::subject)
                .isEqualTo(last.subject());
        assertThat(ballots.openTo(village.ben, Set.of(Method.LAZY_CONSENSUS), 1))
                .singleElement()
                .extracting(Decision::subject)
                .isEqualTo(silent.subject());
        assertThat(ballots.waitingFor(village.ada, 5)).hasSize(3);
    }

    private Receipt cast(Decision decision, Member voter, Ballot ballot) {
        return ballots.cast(voter, decision.subject(), ballot, "", ballots.nonce(now(decision)));
    }

    private Stage.Closed close(Decision decision) {
        clock.set(now(decision).ends());
        jobs.run("decisions.close");
        return (Stage.Closed) now(decision).stage();
    }

    private Decision now(Decision decision) {
        return decisions.get(decision.subject().community(), decision.subject().number());
    }

    private Instant in(int hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private List<String> verbs(Decision decision) {
        return record
                .list(decision.subject().community(), RecordFilter.about(decision.subject()), 0, 50)
                .items()
                .stream()
                .map((Entry entry) -> entry.act().verb())
                .toList();
    }

    static Ballot.Ranking ranking(int... options) {
        return new Ballot.Ranking(
                java.util.Arrays.stream(options).mapToObj(Set::of).toList());
    }
}
