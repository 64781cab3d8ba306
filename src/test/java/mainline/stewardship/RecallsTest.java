package mainline.stewardship;

import static mainline.stewardship.StewardshipExamples.missing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.community.Member;
import mainline.decisions.Ballots;
import mainline.decisions.Decision;
import mainline.decisions.Decisions;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.platform.Jobs;
import mainline.tally.Ballot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asking the community whether somebody goes on. */
@MainlineTest
class RecallsTest {
    private final StewardshipExamples given;
    private final HandbookExamples examples;
    private final Recalls recalls;
    private final Tenures tenures;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Changes changes;
    private final Jobs jobs;
    private final TestClock clock;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    RecallsTest(
            StewardshipExamples given,
            HandbookExamples examples,
            Recalls recalls,
            Tenures tenures,
            Decisions decisions,
            Ballots ballots,
            Changes changes,
            Jobs jobs,
            TestClock clock) {
        this.given = given;
        this.examples = examples;
        this.recalls = recalls;
        this.tenures = tenures;
        this.decisions = decisions;
        this.ballots = ballots;
        this.changes = changes;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void a_community() {
        clock.reset();
        harbour = given.aCommunity();
        amara = harbour.steward();
        joaquin = given.aMember(harbour, "Joaquín");
        ngozi = given.aMember(harbour, "Ngozi");
        examples.overseeing(ngozi, "meetings");
    }

    private void vote(Recall recall, Ballot.Hand amaras, Ballot.Hand joaquins, Ballot.Hand ngozis) {
        Decision decision = decisions.get(amara.community(), recall.decision().number());
        ballots.cast(amara, decision.subject(), amaras, "", ballots.nonce(decision));
        ballots.cast(joaquin, decision.subject(), joaquins, "", ballots.nonce(decision));
        ballots.cast(ngozi, decision.subject(), ngozis, "", ballots.nonce(decision));
        clock.advance(Duration.ofDays(4));
        jobs.run("decisions.close");
    }

    private Recall.State state(Recall recall) {
        return recalls.get(recall.subject()).state();
    }

    @Test
    void a_yes_takes_the_name_out_of_the_file_by_a_change_of_the_decision() {
        Recall recall = recalls.ask(joaquin, "meetings", ngozi.person(), "She has not answered since May");
        assertThat(given.told(ngozi)).contains("recall.told.asked");
        examples.overseeing(joaquin, "");
        vote(recall, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES);
        assertThat(state(recall))
                .isInstanceOfSatisfying(
                        Recall.CarriedOut.class,
                        done -> assertThat(changes.get(java.util.Objects.requireNonNull(done.change()))
                                        .state())
                                .isInstanceOfSatisfying(
                                        Change.Enacted.class,
                                        made -> assertThat(made.origin())
                                                .isEqualTo(new Change.ByDecision(recall.decision()))));
        assertThat(given.stewards(harbour, "meetings")).isEmpty();
        assertThat(given.area(harbour, "meetings").emeriti()).isEmpty();
        assertThat(given.recorded(recall.subject())).contains("recall.asked", "steward.recalled");
        assertThat(given.told(ngozi)).contains("recall.told.done");
    }

    @Test
    void a_no_changes_nothing_and_the_same_is_not_asked_again_soon() {
        Recall recall = recalls.ask(joaquin, "meetings", ngozi.person(), "She has not answered since May");
        vote(recall, Ballot.Hand.NO, Ballot.Hand.YES, Ballot.Hand.NO);
        assertThat(state(recall)).isInstanceOf(Recall.TurnedDown.class);
        assertThat(given.stewards(harbour, "meetings")).containsExactly(ngozi.person());
        assertThat(missing(() -> recalls.ask(amara, "meetings", ngozi.person(), "All the same")))
                .isEqualTo("recall.barred");
    }

    @Test
    void the_last_over_the_whole_handbook_goes_when_another_has_come() {
        Recall recall = recalls.ask(joaquin, "", amara.person(), "She moved to Lisbon");
        vote(recall, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES);
        assertThat(state(recall)).isInstanceOf(Recall.Waiting.class);
        assertThat(given.stewards(harbour, "")).containsExactly(amara.person());
        assertThat(given.recorded(recall.subject())).contains("recall.waiting");
        assertThat(missing(() -> recalls.ask(ngozi, "", amara.person(), "Again")))
                .isEqualTo("recall.twice");
        given.confirmed(joaquin, "", ngozi);
        assertThat(state(recall)).isInstanceOf(Recall.CarriedOut.class);
        assertThat(given.stewards(harbour, "")).containsExactly(ngozi.person());
    }

    @Test
    void who_steps_down_meanwhile_needs_no_recall() {
        Recall recall = recalls.ask(joaquin, "meetings", ngozi.person(), "She has not answered since May");
        tenures.stepDown(ngozi, "meetings", false);
        assertThat(state(recall)).isInstanceOf(Recall.Lapsed.class);
        vote(recall, Ballot.Hand.YES, Ballot.Hand.YES, Ballot.Hand.YES);
        assertThat(state(recall)).isInstanceOf(Recall.Lapsed.class);
    }

    @Test
    void who_asked_may_take_it_back() {
        Recall recall = recalls.ask(joaquin, "meetings", ngozi.person(), "She has not answered since May");
        decisions.withdraw(joaquin, recall.decision(), "She answered");
        assertThat(state(recall)).isInstanceOf(Recall.Withdrawn.class);
        recalls.ask(amara, "meetings", ngozi.person(), "For another reason");
    }

    @Test
    void it_is_asked_with_a_reason_of_others_and_once_at_a_time() {
        assertThat(missing(() -> recalls.ask(joaquin, "meetings", ngozi.person(), " ")))
                .isEqualTo("form.missing");
        assertThat(missing(() -> recalls.ask(ngozi, "meetings", ngozi.person(), "Me")))
                .isEqualTo("recall.own");
        assertThat(missing(() -> recalls.ask(joaquin, "meetings", amara.person(), "Who?")))
                .isEqualTo("recall.no-steward");
        recalls.ask(joaquin, "meetings", ngozi.person(), "She has not answered since May");
        assertThat(missing(() -> recalls.ask(amara, "meetings", ngozi.person(), "I think so too")))
                .isEqualTo("recall.twice");
    }
}
