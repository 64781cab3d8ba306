package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Refused;
import mainline.platform.TestErrands;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two stewards merge what cannot wait. */
@MainlineTest
class EmergenciesTest {
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Emergencies emergencies;
    private final PublicRecord record;
    private final TestErrands late;
    private final TestClock clock;
    private final JdbcClient sql;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;
    private Member tomas;
    private Member rosa;

    EmergenciesTest(
            HandbookExamples examples,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Concerns concerns,
            Emergencies emergencies,
            PublicRecord record,
            TestErrands late,
            TestClock clock,
            JdbcClient sql) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.concerns = concerns;
        this.emergencies = emergencies;
        this.record = record;
        this.late = late;
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
        tomas = examples.aMember(harbour, "Tomás");
        rosa = examples.aMember(harbour, "Rosa");
        examples.stewards(amara, """
                areas:
                  - path: /
                    stewards: [%s, %s, %s]
                    rules: {cooling: 7 days, endorsements: 4}
                """.formatted(examples.handle(amara), examples.handle(ngozi), examples.handle(tomas)));
    }

    private Change proposed(String text) {
        return proposals.propose(joaquin, examples.aPage(harbour, "a.md", text));
    }

    private static String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    private boolean call(Member member, Change change) {
        return emergencies.call(member, change.subject(), change.version(), "The pier is closed.", false);
    }

    private List<String> told(Member member) {
        return sql.sql("select key from notice where person_id = ? order by at")
                .param(member.person().value())
                .query(String.class)
                .list();
    }

    @Test
    void two_stewards_merge_without_endorsement_time_or_the_end_of_concerns() {
        Change change = proposed("# A");
        concerns.raise(rosa, change.subject(), 1, "Too hasty.");
        assertThat(call(amara, change)).isFalse();
        assertThat(changes.get(change.subject()).isOpen()).isTrue();
        assertThat(told(ngozi)).contains("change.told.emergency-asked");
        assertThat(call(amara, change)).as("the same steward again").isFalse();
        assertThat(call(ngozi, change)).isTrue();
        assertThat(handbook.text(amara.community(), "a.md")).hasValue("# A\n");
        assertThat(emergencies.merge(change.subject()).orElseThrow().skipped())
                .containsExactly(MergeRule.Name.ENDORSEMENT, MergeRule.Name.COOLING, MergeRule.Name.CONCERNS);
        late.run();
        for (Member member : List.of(amara, tomas, rosa))
            assertThat(told(member)).contains("change.told.emergency");
        assertThat(told(joaquin))
                .as("whose change it is, and of the second call only that it is merged")
                .containsOnlyOnce("change.told.merged", "change.told.approved");
        var act = record.list(amara.community(), RecordFilter.about(change.subject()), 0, 1)
                .items()
                .getFirst()
                .act();
        assertThat(act.verb()).isEqualTo("change.merged-in-emergency");
        assertThat(act.facts().get("note")).contains("Amara Okafor", "Ngozi", "The pier is closed.");
    }

    @Test
    void nobody_calls_who_wrote_it_oversees_nothing_or_has_an_interest() {
        Change change = proposed("# A");
        assertThat(missing(() -> call(joaquin, change))).isEqualTo("change.approve.own");
        assertThat(missing(() -> call(rosa, change))).isEqualTo("change.steward-only");
        reviews.approve(ngozi, change.subject(), 1, "My brother asked for it");
        assertThat(missing(() -> call(ngozi, change))).isEqualTo("change.emergency.interest");
        assertThat(missing(() -> emergencies.call(amara, change.subject(), 1, " ", false)))
                .isEqualTo("form.missing");
        Change own = proposals.propose(amara, examples.aPage(harbour, "b.md", "# B"));
        assertThat(missing(() -> call(amara, own))).isEqualTo("change.approve.own");
        assertThat(call(ngozi, own)).isFalse();
        assertThat(call(tomas, own)).isTrue();
    }

    @Test
    void a_conflict_is_never_skipped_and_checks_only_when_both_say_so() {
        examples.put(amara, "a.md", "# A\n\nOne\n");
        Change conflicting = proposed("# A\n\nTwo\n");
        examples.put(amara, "a.md", "# A\n\nThree\n");
        emergencies.call(amara, conflicting.subject(), 1, "Now.", true);
        assertThat(missing(() -> emergencies.call(ngozi, conflicting.subject(), 1, "Now.", true)))
                .isEqualTo("change.not-yet");
        assertThat(changes.get(conflicting.subject()).isOpen()).isTrue();
        Change broken = proposals.propose(joaquin, examples.aPage(harbour, "c.md", "# C\n\n[x](nowhere.md)\n"));
        emergencies.call(amara, broken.subject(), 1, "Now.", true);
        assertThat(missing(() -> emergencies.call(ngozi, broken.subject(), 1, "Now.", false)))
                .isEqualTo("change.not-yet");
        assertThat(emergencies.call(ngozi, broken.subject(), 1, "The page comes later.", true))
                .isTrue();
        assertThat(emergencies.merge(broken.subject()).orElseThrow().skipped()).contains(MergeRule.Name.CHECKS);
    }

    @Test
    void a_call_is_about_what_the_change_says_and_can_be_taken_back() {
        Change change = proposed("# A");
        call(amara, change);
        proposals.revise(joaquin, change.subject(), 1, examples.aPage(harbour, "a.md", "# A, otherwise\n"));
        assertThat(emergencies.calls(changes.get(change.subject()))).isEmpty();
        Change now = changes.get(change.subject());
        assertThat(call(ngozi, now)).isFalse();
        emergencies.takeBack(ngozi, now.subject());
        assertThat(call(amara, now)).isFalse();
    }

    @Test
    void a_steward_who_steps_down_meanwhile_calls_no_more() {
        Change change = proposed("# A");
        call(ngozi, change);
        examples.stewards(
                amara,
                "areas: [{path: /, stewards: [%s, %s]}]\n".formatted(examples.handle(amara), examples.handle(tomas)));
        assertThat(call(amara, change)).isFalse();
        assertThat(call(tomas, change)).isTrue();
    }

    @Test
    void it_stays_on_a_list_until_a_steward_who_was_no_part_of_it_has_looked() {
        Change change = proposed("# A");
        call(amara, change);
        call(ngozi, change);
        assertThat(emergencies.open(amara.community(), 0, 10).items()).hasSize(1);
        for (Member member : List.of(amara, ngozi, joaquin, rosa))
            assertThat(missing(() -> emergencies.review(member, change.subject(), "")))
                    .isEqualTo("change.emergency.not-yours");
        emergencies.review(tomas, change.subject(), "It was right.");
        assertThat(emergencies.open(amara.community(), 0, 10).items()).isEmpty();
        assertThat(emergencies.merge(change.subject()).orElseThrow().reviewer()).isEqualTo(tomas.person());
        assertThat(missing(() -> emergencies.review(tomas, change.subject(), "Again.")))
                .isEqualTo("change.emergency.reviewed-already");
    }
}
