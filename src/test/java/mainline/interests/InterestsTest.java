package mainline.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.Said;
import mainline.effort.Confirmations;
import mainline.effort.Contribution;
import mainline.effort.Contributions;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.effort.Work;
import mainline.ideas.Idea;
import mainline.kernel.Refused;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody gains is said with the act, shown with it, and listed on their page. */
@MainlineTest
class InterestsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final Interests interests;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Contributions contributions;
    private final Confirmations confirmations;
    private final Efforts efforts;
    private final Jobs jobs;
    private final TestClock clock;
    private final Village village;

    InterestsTest(
            Interests interests,
            Decisions decisions,
            Ballots ballots,
            Contributions contributions,
            Confirmations confirmations,
            Efforts efforts,
            Jobs jobs,
            TestClock clock,
            Village village) {
        this.interests = interests;
        this.decisions = decisions;
        this.ballots = ballots;
        this.contributions = contributions;
        this.confirmations = confirmations;
        this.efforts = efforts;
        this.jobs = jobs;
        this.clock = clock;
        this.village = village;
    }

    @BeforeEach
    void on_the_second_of_march() {
        clock.reset();
    }

    private List<String> of(Member member) {
        return interests.by(member.community(), member.person(), 20).stream()
                .map(each -> each.act() + " " + each.title() + ": " + each.words())
                .toList();
    }

    private Decision aQuestion() {
        clock.advance(Duration.ofDays(2));
        Question question = Question.of(
                "Do we buy the barge?", Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofDays(4)));
        return decisions.open(village.ada, question, "My sister sells it.");
    }

    private void vote(Member voter, Decision decision, String interest) {
        ballots.cast(voter, decision.subject(), Ballot.Hand.YES, new Said("", interest), ballots.nonce(decision));
    }

    @Test
    void that_of_a_vote_is_shown_with_the_votes_and_not_before() {
        Decision decision = aQuestion();
        vote(village.ben, decision, "I would steer it.");
        vote(village.cleo, decision, "I would paint it.");
        vote(village.cleo, decision, "");
        assertThat(of(village.ada)).containsExactly("QUESTION Do we buy the barge?: My sister sells it.");
        assertThat(of(village.ben))
                .as("whether he voted is nobody's business yet")
                .isEmpty();
        assertThat(ballots.own(decision, village.ben.person()))
                .hasValueSatisfying(own -> assertThat(own.said().interest()).isEqualTo("I would steer it."));

        clock.advance(Duration.ofDays(5));
        jobs.run("decisions.close");
        assertThat(of(village.ben)).containsExactly("VOTE Do we buy the barge?: I would steer it.");
        assertThat(of(village.cleo)).as("taken back with the changed vote").isEmpty();
    }

    @Test
    void what_is_too_long_refuses_the_whole_act() {
        Decision decision = aQuestion();
        assertThatThrownBy(() -> vote(village.ben, decision, "x".repeat(301)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsOnlyKeys("interest"));
        assertThat(ballots.hasVoted(decision, village.ben.person())).isFalse();
    }

    @Test
    void who_gains_from_work_confirms_it_without_effect() {
        Idea project = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(2)));
        efforts.pledge(village.ben, project.subject(), new Promise(EffortKind.DO, Hours.of(2), TODAY));
        Contribution work = contributions.log(
                village.ben, project.subject(), new Work(EffortKind.DO, Hours.of(2), TODAY, "Built a jetty", ""));
        assertThat(confirmations.confirm(village.cleo, work.subject(), "My boat lies there."))
                .isFalse();
        assertThat(efforts.of(project.subject()).given()).isEqualTo(Hours.NONE);
        assertThat(of(village.cleo)).containsExactly("CONFIRMATION Built a jetty: My boat lies there.");
        assertThat(confirmations.waitingFor(village.cleo, 0, 9).items())
                .as("she has said her word")
                .isEmpty();
        assertThatThrownBy(() -> confirmations.confirm(village.cleo, work.subject(), ""))
                .isInstanceOf(Refused.class);
        assertThat(confirmations.confirm(village.dov, work.subject(), "")).isTrue();
        assertThat(efforts.of(project.subject()).given()).isEqualTo(Hours.of(2));
    }
}
