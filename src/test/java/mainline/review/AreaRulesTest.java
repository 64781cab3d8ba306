package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.handbook.Areas;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Refused;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each touched area asks for. */
@MainlineTest
class AreaRulesTest {
    private final HandbookExamples examples;
    private final Areas areas;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Words words;
    private final PublicRecord record;
    private final TestClock clock;
    private final JdbcClient sql;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;
    private Member tomas;

    AreaRulesTest(
            HandbookExamples examples,
            Areas areas,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Words words,
            PublicRecord record,
            TestClock clock,
            JdbcClient sql) {
        this.examples = examples;
        this.areas = areas;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.words = words;
        this.record = record;
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
        examples.stewards(amara, """
                areas:
                  - path: /
                    stewards: [%s]
                  - path: /meetings/**
                    stewards: [%s, %s]
                    rules: {approvals: 2, endorsements: 3, cooling: 2 days, files: [md], largest: 1 KB}
                  - path: /policies
                    stewards: [%s]
                    rules: {approvals: 9, endorsements: 0}
                """.formatted(
                examples.handle(amara), examples.handle(ngozi), examples.handle(tomas), examples.handle(joaquin)));
    }

    private Change proposed(String path, String text) {
        return proposals.propose(joaquin, examples.aPage(harbour, path, text));
    }

    private String reason(Change change, String rule) {
        return check(change, rule).reason().key();
    }

    private MergeRule.Check check(Change change, String rule) {
        return reviews.checks(changes.get(change.subject())).stream()
                .filter(check -> check.rule().code().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Boolean> gate(Change change) {
        return reviews.checks(changes.get(change.subject())).stream()
                .collect(java.util.stream.Collectors.toMap(check -> check.rule().code(), MergeRule.Check::satisfied));
    }

    private static String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    @Test
    void an_area_may_ask_for_more_than_one_approval_and_endorsement() {
        Change change = proposed("meetings/a.md", "# A");
        assertThat(reason(change, "approval")).isEqualTo("change.rule.approvals-missing");
        reviews.approve(ngozi, change.subject(), 1, "");
        assertThat(reason(change, "approval")).isEqualTo("change.rule.approval-missing");
        reviews.approve(amara, change.subject(), 1, "");
        assertThat(gate(change)).containsEntry("approval", true).containsEntry("endorsement", false);
        assertThat(reason(change, "endorsement")).isEqualTo("change.rule.endorsements-missing");
        reviews.endorse(tomas, change.subject(), 1);
        assertThat(gate(change)).containsEntry("endorsement", true).containsEntry("cooling", false);
        assertThat(missing(() -> reviews.merge(ngozi, change.subject()))).isEqualTo("change.not-yet");
        clock.advance(Duration.ofDays(2));
        reviews.merge(ngozi, change.subject());
    }

    @Test
    void where_fewer_stewards_could_approve_than_asked_for_all_of_them_must() {
        Change change = proposed("policies/a.md", "# A");
        reviews.approve(amara, change.subject(), 1, "");
        assertThat(gate(change)).containsEntry("approval", true).containsEntry("endorsement", true);
        Change other = proposals.propose(ngozi, examples.aPage(harbour, "policies/b.md", "# B"));
        reviews.approve(amara, other.subject(), 1, "");
        assertThat(gate(other)).containsEntry("approval", false);
        reviews.approve(joaquin, other.subject(), 1, "");
        assertThat(gate(other)).containsEntry("approval", true);
    }

    @Test
    void a_page_that_moves_from_one_area_to_another_needs_the_approval_of_both() {
        examples.put(amara, "policies/a.md", "# A\n\nOne\n");
        Change moved = proposed("meetings/a.md", "# A\n\nOne\n");
        sql.sql("insert into change_path (community_id, number, path) values (?, ?, 'policies/a.md')")
                .params(amara.community().value(), moved.subject().number())
                .update();
        reviews.approve(tomas, moved.subject(), 1, "");
        reviews.approve(ngozi, moved.subject(), 1, "");
        assertThat(check(moved, "approval").satisfied()).isFalse();
        reviews.approve(amara, moved.subject(), 1, "");
        assertThat(check(moved, "approval").satisfied()).isTrue();
    }

    @Test
    void cooling_begins_with_the_content_and_not_with_what_it_stands_on() {
        examples.put(amara, "meetings/a.md", "# A\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n");
        Change change = proposed("meetings/a.md", "# A\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix or 7\n");
        clock.advance(Duration.ofDays(1));
        examples.put(amara, "meetings/a.md", "# A, renamed\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n");
        proposals.revise(
                joaquin,
                change.subject(),
                1,
                examples.aPage(
                        harbour, "meetings/a.md", "# A, renamed\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix or 7\n"));
        clock.advance(Duration.ofHours(23));
        assertThat(check(change, "cooling").satisfied()).isFalse();
        assertThat(check(change, "cooling").reason().gaps()).containsExactly(Instant.parse("2026-03-04T09:00:00Z"));
        clock.advance(Duration.ofHours(1));
        assertThat(check(change, "cooling").satisfied()).isTrue();
        proposals.revise(
                joaquin,
                change.subject(),
                2,
                examples.aPage(
                        harbour, "meetings/a.md", "# A, renamed\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix or 8\n"));
        assertThat(check(change, "cooling").satisfied()).isFalse();
    }

    @Test
    void only_such_files_come_in_as_the_area_lets_in() {
        assertThat(missing(() -> proposed("meetings/a.md", "# A\n\n" + "x".repeat(2000))))
                .isEqualTo("change.file-large");
        examples.put(amara, "meetings/big.md", "# Big\n\n" + "x".repeat(3000) + "\n");
        Change smaller = proposed("meetings/big.md", "# Big\n\n" + "x".repeat(2900) + "\n");
        assertThat(gate(smaller)).as("it was larger before").containsEntry("files", true);
        Change fine = proposed("meetings/fine.md", "# Fine");
        assertThat(gate(fine)).containsEntry("files", true);
        assertThat(gate(proposed("b.md", "# B"))).as("nothing is asked there").doesNotContainKey("files");
    }

    @Test
    void rules_that_change_meanwhile_count_as_they_are_at_the_merge() {
        Change change = proposed("b.md", "# B");
        reviews.approve(amara, change.subject(), 1, "");
        assertThat(gate(change)).doesNotContainValue(false);
        examples.stewards(amara, """
                areas:
                  - path: /
                    stewards: [%s]
                """.formatted(examples.handle(ngozi)));
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.steward-only");
        assertThat(missing(() -> reviews.merge(ngozi, change.subject()))).isEqualTo("change.not-yet");
    }

    @Test
    void the_only_steward_of_a_tiny_community_waits_for_the_cooling_time_too() {
        Founded tiny = examples.aCommunity();
        Member alone = tiny.steward();
        examples.stewards(
                alone, "areas: [{path: /, stewards: [" + examples.handle(alone) + "], rules: {cooling: 1 day}}]\n");
        Change change = proposals.propose(alone, examples.aPage(tiny, "a.md", "# A"));
        assertThat(missing(() -> reviews.merge(alone, change.subject()))).isEqualTo("change.not-yet");
        clock.advance(Duration.ofDays(1));
        reviews.merge(alone, change.subject());
        assertThat(record.list(alone.community(), RecordFilter.about(change.subject()), 0, 1)
                        .items()
                        .getFirst()
                        .act()
                        .verb())
                .isEqualTo("change.merged-alone");
    }

    @Test
    void in_a_young_community_an_hour_of_looking_is_enough_where_no_more_than_a_day_is_asked_for() {
        examples.stewards(amara, """
                areas:
                  - path: /
                    stewards: [%s]
                    rules: {cooling: 24 hours}
                  - path: /meetings
                    rules: {cooling: 3 days}
                """.formatted(examples.handle(amara)));
        Change change = proposed("a.md", "# A");
        Change meeting = proposed("meetings/a.md", "# A");
        assertThat(check(change, "cooling").reason().gaps())
                .containsExactly(clock.instant().plus(Duration.ofHours(1)), 30L);
        assertThat(reason(change, "cooling")).isEqualTo("change.rule.cooling-young");
        assertThat(reason(meeting, "cooling")).isEqualTo("change.rule.cooling");
        clock.advance(Duration.ofHours(1));
        assertThat(gate(change)).containsEntry("cooling", true);
        assertThat(gate(meeting)).containsEntry("cooling", false);
        clock.advance(Duration.ofDays(30));
        Change later = proposed("b.md", "# B");
        clock.advance(Duration.ofHours(23));
        assertThat(reason(later, "cooling")).isEqualTo("change.rule.cooling");
        assertThat(gate(later)).containsEntry("cooling", false);
        clock.advance(Duration.ofHours(1));
        assertThat(gate(later)).containsEntry("cooling", true);
    }

    @Test
    void words_nearly_of_the_glossary_wait_until_they_are_mended_or_meant() {
        examples.put(amara, "glossary.md", "# Glossary\n\n- **Steward**: who oversees\n- **GitHub**: elsewhere\n");
        Change change = proposed("talk/a.md", "# A\n\nAsk a Stewrad about github, or the stewards.\n");
        assertThat(reason(change, "checks")).isEqualTo("change.rule.spelling");
        assertThat(words.odd(changes.get(change.subject())))
                .extracting(Spelling.Odd::word, Spelling.Odd::term)
                .containsExactly(Assertions.tuple("Stewrad", "Steward"), Assertions.tuple("github", "GitHub"));
        assertThat(missing(() -> words.mean(ngozi, change.subject(), "Stewrad")))
                .isEqualTo("change.not-yours");
        words.mean(joaquin, change.subject(), "Stewrad");
        words.mean(joaquin, change.subject(), "github");
        assertThat(reason(change, "checks")).isEqualTo("change.rule.checked");
        assertThat(record.list(amara.community(), RecordFilter.about(change.subject()), 0, 1)
                        .items()
                        .getFirst()
                        .act()
                        .verb())
                .isEqualTo("change.word-meant");
    }

    @Test
    void the_stewards_oversee_the_file_that_names_them() {
        assertThat(areas.of(amara.community()).stewardsOf(Areas.FILE))
                .extracting(steward -> steward.person())
                .containsExactly(amara.person());
    }
}
