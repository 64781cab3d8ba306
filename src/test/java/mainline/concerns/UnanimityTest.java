package mainline.concerns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.decisions.Escalations;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.decisions.Stage;
import mainline.kernel.PersonId;
import mainline.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands by silence stands at once when nobody is silent. */
@MainlineTest
class UnanimityTest {
    private static int n;

    private final Decisions decisions;
    private final Escalations escalations;
    private final Concerns concerns;
    private final Unanimity unanimity;
    private final People people;
    private final Communities communities;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private Member amara;
    private Member ngozi;

    UnanimityTest(
            Decisions decisions,
            Escalations escalations,
            Concerns concerns,
            Unanimity unanimity,
            People people,
            Communities communities,
            TestClock clock,
            TransactionTemplate transaction) {
        this.decisions = decisions;
        this.escalations = escalations;
        this.concerns = concerns;
        this.unanimity = unanimity;
        this.people = people;
        this.communities = communities;
        this.clock = clock;
        this.transaction = transaction;
    }

    @BeforeEach
    void two_members() {
        int now = ++n;
        PersonId first =
                people.bring("Amara", "unanimous-a" + now + "@example.org").id();
        PersonId second =
                people.bring("Ngozi", "unanimous-b" + now + "@example.org").id();
        Community community = communities.found("Two " + now, "two-" + now, "Europe/Madrid", first);
        communities.join(community.id(), second);
        amara = new Member(community.id(), first);
        ngozi = new Member(community.id(), second);
    }

    private Decision asked(Method method) {
        return decisions.open(
                amara, Question.of("Shall we?", method, clock.instant().plus(Duration.ofDays(4))));
    }

    private boolean settle(Decision decision, PersonId... agreed) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> unanimity.settle(decision.subject(), () -> Set.of(agreed))));
    }

    private Stage stage(Decision decision) {
        return decisions.get(amara.community(), decision.subject().number()).stage();
    }

    @Test
    void it_ends_when_everybody_on_the_roll_has_said_yes() {
        Decision decision = asked(Method.LAZY_CONSENSUS);
        assertThat(settle(decision, amara.person())).isFalse();
        assertThat(settle(decision, amara.person(), new PersonId(987_654))).isFalse();
        assertThat(stage(decision)).isInstanceOf(Stage.Open.class);
        assertThat(settle(decision, amara.person(), ngozi.person())).isTrue();
        assertThat(stage(decision)).isInstanceOfSatisfying(Stage.Closed.class, closed -> {
            assertThat(closed.passed()).isTrue();
            assertThat(closed.sentence().key()).isEqualTo("lazy.unanimous");
        });
        assertThat(settle(decision, amara.person(), ngozi.person())).isFalse();
    }

    @Test
    void a_concern_keeps_it_open_and_ballots_are_left_alone() {
        Decision decision = asked(Method.LAZY_CONSENSUS);
        concerns.raise(ngozi, decision.subject(), "It costs an evening", 0, null);
        assertThat(settle(decision, amara.person(), ngozi.person())).isFalse();
        assertThat(settle(asked(Method.SHOW_OF_HANDS), amara.person(), ngozi.person()))
                .isFalse();
    }

    @Test
    void a_question_knows_what_it_was_put_as_first() {
        Decision decision = asked(Method.LAZY_CONSENSUS);
        concerns.raise(ngozi, decision.subject(), "It costs an evening", 0, null);
        concerns.escalate(amara, decision.subject());
        assertThat(escalations.latest(decision.subject())).isNotEqualTo(decision.subject());
        assertThat(escalations.first(escalations.latest(decision.subject()))).isEqualTo(decision.subject());
    }
}
