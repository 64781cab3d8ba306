package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Member;
import mainline.platform.Jobs;
import mainline.record.Attested;
import mainline.tally.Ballot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class AttestationTest {
    private final Decisions decisions;
    private final Ballots ballots;
    private final RuleBook rules;
    private final Attestation attestation;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient db;
    private final Village village;
    private Decision decision;

    AttestationTest(
            Decisions decisions,
            Ballots ballots,
            RuleBook rules,
            Attested attestation,
            Jobs jobs,
            TestClock clock,
            JdbcClient db,
            Village village) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.rules = rules;
        this.attestation = (Attestation) attestation;
        this.jobs = jobs;
        this.clock = clock;
        this.db = db;
        this.village = village;
    }

    @BeforeEach
    void three_said_yes() {
        decision = decisions.open(
                village.ada,
                Question.of(
                        "Shall we paint the hall?",
                        Method.SHOW_OF_HANDS,
                        clock.instant().plus(Duration.ofHours(1))));
        for (Member member : java.util.List.of(village.ada, village.ben, village.cleo))
            ballots.cast(member, decision.subject(), Ballot.Hand.YES, "", ballots.nonce(decision));
        clock.set(decision.ends());
        jobs.run("decisions.close");
    }

    @Test
    void what_is_published_fits_the_record() {
        assertThat(attestation.misfits(village.community.id())).isEmpty();
    }

    @Test
    void the_database_refuses_to_change_ballots_and_outcomes() {
        assertThatThrownBy(() ->
                        db.sql("update published_ballot set choice = 'no'").update())
                .hasMessageContaining("stays");
        assertThatThrownBy(() -> db.sql("delete from decision_outcome").update())
                .hasMessageContaining("stays");
    }

    @Test
    void a_ballot_changed_behind_the_softwares_back_is_found() {
        db.sql("alter table published_ballot disable trigger user").update();
        db.sql("update published_ballot set choice = 'no' where community_id = ? and place = 1")
                .param(village.community.id().value())
                .update();
        db.sql("alter table published_ballot enable trigger user").update();
        assertThat(attestation.misfits(village.community.id())).singleElement().satisfies(misfit -> {
            assertThat(misfit.about()).isEqualTo(decision.subject());
            assertThat(misfit.problem()).startsWith("1 of its ballots");
        });
    }

    @Test
    void rules_and_terms_from_before_there_was_a_choice_of_completion_complete_up_to_the_budget() {
        Rules before = rules.current(village.community.id());
        rules.adopt(village.community.id(), Rules.usual(), null);
        for (String stored : List.of("decision_rules set rules = rules", "decision set terms = terms"))
            db.sql("update " + stored + " - 'completion' where community_id = ?")
                    .param(village.community.id().value())
                    .update();
        assertThat(rules.current(village.community.id())).isEqualTo(Rules.usual());
        assertThat(Rules.usual().thresholds().completion()).isEqualTo(Completion.ADD1);
        assertThat(decisions.find(village.community.id(), decision.subject().number()))
                .hasValueSatisfying(now -> assertThat(now.terms()).isEqualTo(decision.terms()));
        rules.adopt(village.community.id(), before, null);
    }

    @Test
    void a_rehearsal_tells_what_would_have_gone_otherwise() {
        Rules usual = Rules.usual();
        assertThat(rules.rehearse(village.community.id(), usual)).isEmpty();
        Rules stricter = new Rules(
                usual.levels(),
                new Rules.Thresholds(new BigDecimal("2"), 1, 3, 3, Completion.ADD1),
                usual.windows(),
                usual.waits());
        assertThat(rules.rehearse(village.community.id(), stricter))
                .singleElement()
                .satisfies(otherwise -> {
                    assertThat(otherwise.decision().subject()).isEqualTo(decision.subject());
                    assertThat(otherwise.passed()).isTrue();
                    assertThat(otherwise.wouldPass()).isFalse();
                });
    }
}
