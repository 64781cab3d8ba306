package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.changes.Reversal;
import mainline.community.Member;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Question;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.platform.Jobs;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The named rules between a change and the handbook. */
@MainlineTest
class GateTest {
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Concerns concerns;
    private final Reversal reversal;
    private final Decisions decisions;
    private final Jobs jobs;
    private final TestClock clock;
    private final PublicRecord record;
    private final JdbcClient sql;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    GateTest(
            HandbookExamples examples,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Concerns concerns,
            Reversal reversal,
            Decisions decisions,
            Jobs jobs,
            TestClock clock,
            PublicRecord record,
            JdbcClient sql) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.concerns = concerns;
        this.reversal = reversal;
        this.decisions = decisions;
        this.jobs = jobs;
        this.clock = clock;
        this.record = record;
        this.sql = sql;
    }

    @BeforeEach
    void a_community() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín");
        ngozi = examples.aMember(harbour, "Ngozi");
    }

    private Change proposed(String path, String text) {
        return proposals.propose(joaquin, examples.aPage(harbour, path, text));
    }

    private void merged(String path, String text) {
        Change change = proposed(path, text);
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
    }

    private Map<String, Boolean> gate(Change change) {
        return reviews.checks(changes.get(change.subject())).stream()
                .collect(java.util.stream.Collectors.toMap(check -> check.rule().code(), MergeRule.Check::satisfied));
    }

    private String reason(Change change, String rule) {
        return reviews.checks(changes.get(change.subject())).stream()
                .filter(check -> check.rule().code().equals(rule))
                .findFirst()
                .orElseThrow()
                .reason()
                .key();
    }

    private static String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    @Test
    void every_rule_is_named_and_an_approval_endorses_as_well() {
        Change change = proposed("a.md", "# A");
        assertThat(gate(change))
                .isEqualTo(
                        Map.of("endorsement", false, "approval", false, "concerns", true, "checks", true, "fit", true));
        reviews.endorse(ngozi, change.subject(), 1);
        assertThat(gate(change)).containsEntry("endorsement", true).containsEntry("approval", false);
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
        reviews.withdrawEndorsement(ngozi, change.subject());
        assertThat(gate(change)).containsEntry("endorsement", false);
        reviews.approve(amara, change.subject(), 1, "");
        assertThat(gate(change)).doesNotContainValue(false);
        assertThat(missing(() -> reviews.endorse(joaquin, change.subject(), 1))).isEqualTo("change.endorse.own");
    }

    @Test
    void
            until_a_second_steward_is_confirmed_the_only_one_merges_their_own_with_a_members_word_after_the_time_to_look() {
        examples.stewards(
                amara, "areas: [{path: /, stewards: [" + examples.handle(amara) + "], rules: {cooling: 2 days}}]\n");
        Change change = proposals.propose(amara, examples.aPage(harbour, "a.md", "# A"));
        assertThat(reason(change, "approval")).isEqualTo("change.rule.only-steward-missing");
        clock.advance(Duration.ofDays(2));
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
        Change second = proposals.revise(amara, change.subject(), 1, examples.aPage(harbour, "a.md", "# A\n\nB"));
        reviews.endorse(ngozi, second.subject(), 2);
        assertThat(reason(change, "approval")).isEqualTo("change.rule.only-steward");
        assertThat(gate(change)).containsEntry("cooling", false);
        clock.advance(Duration.ofDays(2));
        reviews.merge(amara, change.subject());
        assertThat(record.list(harbour.community().id(), RecordFilter.about(change.subject()), 0, 1)
                        .items()
                        .getFirst()
                        .act()
                        .verb())
                .isEqualTo("change.merged-as-only-steward");
    }

    @Test
    void once_a_second_steward_is_confirmed_the_first_ones_changes_need_an_approval_again() {
        Change change = proposals.propose(amara, examples.aPage(harbour, "a.md", "# A"));
        reviews.endorse(ngozi, change.subject(), 1);
        assertThat(gate(change)).containsEntry("approval", true);
        examples.overseeing(joaquin, "");
        assertThat(reason(change, "approval")).isEqualTo("change.rule.approval-missing");
        reviews.approve(joaquin, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
    }

    @Test
    void a_member_who_is_no_steward_needs_an_approval_all_the_same() {
        Change change = proposed("a.md", "# A");
        reviews.endorse(ngozi, change.subject(), 1);
        assertThat(reason(change, "approval")).isEqualTo("change.rule.approval-missing");
    }

    @Test
    void approvals_fall_with_the_content_and_not_with_what_it_stands_on() {
        merged("page.md", "# Page\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n");
        Change change = proposed("page.md", "# Page\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix, better\n");
        reviews.approve(amara, change.subject(), 1, "");
        reviews.endorse(ngozi, change.subject(), 1);
        merged("page.md", "# Page, renamed\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix\n");
        proposals.revise(
                joaquin,
                change.subject(),
                1,
                examples.aPage(
                        harbour, "page.md", "# Page, renamed\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix, better\n"));
        assertThat(reviews.approvals(change)).extracting(Approval::stands).containsExactly(true);
        assertThat(reviews.endorsements(change)).extracting(Endorsement::stands).containsExactly(true);
        assertThat(changes.waitingFor(amara)).isEmpty();
        proposals.revise(
                joaquin,
                change.subject(),
                2,
                examples.aPage(
                        harbour, "page.md", "# Page, renamed\n\nOne\n\nTwo\n\nThree\n\nFour\n\nFive\n\nSix, best\n"));
        assertThat(reviews.approvals(change)).extracting(Approval::stands).containsExactly(false);
        assertThat(changes.waitingFor(amara)).hasSize(1);
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
    }

    @Test
    void a_concern_survives_new_versions_until_who_raised_it_says_that_it_is_settled() {
        Change change = proposed("a.md", "# A");
        assertThat(missing(() -> concerns.raise(joaquin, change.subject(), 1, "x")))
                .isEqualTo("change.concern.own");
        assertThat(missing(() -> concerns.raise(ngozi, change.subject(), 1, "  ")))
                .isEqualTo("form.missing");
        concerns.raise(ngozi, change.subject(), 1, "Newcomers will not understand it.");
        assertThat(missing(() -> concerns.raise(ngozi, change.subject(), 1, "Newcomers will not understand it.")))
                .isEqualTo("change.concern.same");
        proposals.revise(joaquin, change.subject(), 1, examples.aPage(harbour, "a.md", "# A\n\nPlainer"));
        reviews.approve(amara, change.subject(), 2, "");
        assertThat(gate(change)).containsEntry("concerns", false);
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
        assertThat(missing(() -> concerns.resolve(amara, change.subject(), 1))).isEqualTo("change.concern.not-yours");
        assertThat(missing(() -> concerns.resolve(ngozi, change.subject(), 2))).isEqualTo("change.concern.unknown");
        concerns.resolve(ngozi, change.subject(), 1);
        reviews.merge(amara, change.subject());
    }

    @Test
    void who_is_waited_for_and_who_wrote_it_hear_of_it() {
        Change change = proposed("a.md", "# A");
        assertThat(told(amara)).containsExactly("change.told.proposed");
        concerns.raise(ngozi, change.subject(), 1, "Too short.");
        reviews.approve(amara, change.subject(), 1, "");
        assertThat(told(joaquin)).containsExactlyInAnyOrder("change.told.concern", "change.told.approved");
        proposals.revise(joaquin, change.subject(), 1, examples.aPage(harbour, "a.md", "# A\n\nLonger"));
        assertThat(told(ngozi)).containsExactly("change.told.concern-again");
        assertThat(told(amara)).containsExactlyInAnyOrder("change.told.proposed", "change.told.approval-fell");
        concerns.resolve(ngozi, change.subject(), 1);
        reviews.approve(amara, change.subject(), 2, "");
        reviews.merge(amara, change.subject());
        assertThat(told(joaquin)).contains("change.told.concern-settled", "change.told.merged");
    }

    @Test
    void whose_word_falls_or_counts_again_hears_of_it_whatever_lay_between() {
        Change change = proposed("a.md", "# A");
        reviews.approve(amara, change.subject(), 1, "");
        reviews.endorse(ngozi, change.subject(), 1);
        var renamed = examples.aPage(harbour, "a.md", "# A");
        proposals.revise(
                joaquin,
                change.subject(),
                1,
                new Proposal("a.md", renamed.base(), "# A", "Another title", "Another reason", "", null));
        assertThat(told(ngozi)).as("only its title differs").isEmpty();
        proposals.revise(joaquin, change.subject(), 2, examples.aPage(harbour, "a.md", "# A\n\nLonger"));
        assertThat(told(amara)).contains("change.told.approval-fell");
        assertThat(told(ngozi)).containsExactly("change.told.endorsement-fell");
        proposals.revise(joaquin, change.subject(), 3, examples.aPage(harbour, "a.md", "# A\n\nLongest"));
        assertThat(told(ngozi)).as("it fell before").hasSize(1);
        proposals.revise(joaquin, change.subject(), 4, examples.aPage(harbour, "a.md", "# A"));
        assertThat(told(amara)).contains("change.told.approval-again");
        assertThat(told(ngozi)).contains("change.told.endorsement-again");
        assertThat(gate(change)).containsEntry("approval", true).containsEntry("endorsement", true);
    }

    private List<String> told(Member member) {
        return sql.sql("select key from notice where person_id = ? order by at")
                .param(member.person().value())
                .query(String.class)
                .list();
    }

    @Test
    void the_community_may_overrule_a_concern_by_decision() {
        Change change = proposed("a.md", "# A");
        concerns.raise(ngozi, change.subject(), 1, "I do not like it.");
        reviews.approve(amara, change.subject(), 1, "");
        var decision = decisions.open(
                joaquin,
                Question.of(
                                "Merge it all the same?",
                                Method.LAZY_CONSENSUS,
                                clock.instant().plus(Duration.ofDays(5)))
                        .about(change.subject()));
        assertThat(gate(change)).containsEntry("concerns", false);
        clock.advance(Duration.ofDays(6));
        jobs.run("decisions.close");
        assertThat(concerns.of(change))
                .extracting(Concern::isOpen, Concern::overruledBy)
                .containsExactly(Assertions.tuple(false, decision.subject().number()));
        reviews.merge(amara, change.subject());
    }

    @Test
    void a_link_that_was_broken_before_holds_no_other_edit_up() {
        examples.put(amara, "old.md", "# Old\n\nSee [this](gone.md).\n");
        assertThat(reason(proposed("old.md", "# Old\n\nPlease see [this](gone.md).\n"), "checks"))
                .isEqualTo("change.rule.checked");
        assertThat(reason(proposed("old.md", "# Old\n\nPlease see [that](away.md).\n"), "checks"))
                .isEqualTo("change.rule.links");
    }

    @Test
    void what_other_pages_link_to_is_not_taken_away_under_them() {
        Change target = proposed("here.md", "# Here");
        reviews.approve(amara, target.subject(), 1, "");
        reviews.merge(amara, target.subject());
        Change late = proposed("late.md", "# Late\n\nSee [it](here.md).\n");
        Change back = reversal.propose(ngozi, target.subject(), "Take back", "Why");
        assertThat(reason(back, "checks")).isEqualTo("change.rule.checked");
        examples.put(amara, "other.md", "# Other\n\nSee [it](here.md#part).\n");
        assertThat(reason(back, "checks")).isEqualTo("change.rule.links-left");
        examples.put(amara, "other.md", "# Other\n");
        reviews.approve(amara, back.subject(), 1, "");
        reviews.merge(amara, back.subject());
        assertThat(reason(late, "checks")).as("it is gone meanwhile").isEqualTo("change.rule.links");
    }

    @Test
    void checks_look_at_links_marks_and_front_matter() {
        assertThat(reason(proposed("a.md", "# A\n\n[b](folder/b.md)"), "checks"))
                .isEqualTo("change.rule.links");
        assertThat(reason(
                        proposed(
                                "b.md",
                                "# B\n\n[front](README.md#top), [self](b), [here](#part-2), ![x](https://example.org/x.png)\n\n## Part 2\n"),
                        "checks"))
                .isEqualTo("change.rule.checked");
        assertThat(reason(proposed("c.md", "# C\n\n<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"), "checks"))
                .isEqualTo("change.rule.marks");
        assertThat(reason(proposed("d.md", "---\ntitle: D\n\nText"), "checks")).isEqualTo("change.rule.front-matter");
        assertThat(reason(proposed("e.md", "---\ntitle: E: the first\n---\nText"), "checks"))
                .isEqualTo("change.rule.front-matter-odd");
        assertThat(reason(proposed("f.md", "---\ntitle: \"F: the first\"\n---\nText"), "checks"))
                .isEqualTo("change.rule.checked");
        assertThat(reason(proposed("e.md", "---\ntitle: E\n---\n\n[up](../outside.md)"), "checks"))
                .isEqualTo("change.rule.links");
    }

    @Test
    void a_link_to_a_heading_leads_somewhere_only_when_the_heading_is_there() {
        examples.put(amara, "rules.md", "# Rules\n\n## Was nötig ist\n\n[dead](#nothing)\n");
        assertThat(reason(proposed("a.md", "# A\n\n[x](rules.md#was-nötig-ist) [y](rules#was-notig-ist)"), "checks"))
                .isEqualTo("change.rule.checked");
        assertThat(reason(proposed("b.md", "# B\n\n[x](rules.md#was-nicht)"), "checks"))
                .isEqualTo("change.rule.links");
        assertThat(reason(proposed("c.md", "# C\n\n[x](#part)"), "checks")).isEqualTo("change.rule.links");
        merged("d.md", "# D\n\n[x](rules.md#was-nötig-ist)\n");
        assertThat(reason(proposed("rules.md", "# Rules\n\n## Was gut ist\n\n[dead](#nothing)\n"), "checks"))
                .as("another page links to the heading it renames")
                .isEqualTo("change.rule.headings-left");
        assertThat(reason(proposed("rules.md", "# Rules\n\n### Was nötig ist\n\nMore. [dead](#nothing)\n"), "checks"))
                .as("what led nowhere before is not its fault")
                .isEqualTo("change.rule.checked");
    }

    @Test
    void a_merged_change_is_taken_back_through_the_same_gate() {
        merged("page.md", "# Page\n\nOne\n");
        Change change = proposed("page.md", "# Page\n\nTwo\n");
        reviews.approve(amara, change.subject(), 1, "");
        assertThat(missing(() -> reversal.propose(ngozi, change.subject(), "Take back", "Why")))
                .isEqualTo("change.revert.not-merged");
        reviews.merge(amara, change.subject());
        merged("other.md", "# Other");
        Change back = reversal.propose(ngozi, change.subject(), "Take back", "Why");
        assertThat(back.from())
                .isEqualTo(new Subject(
                        amara.community(), Subject.Kind.CHANGE, change.subject().number()));
        assertThat(missing(() -> reviews.merge(amara, back.subject()))).isEqualTo("change.not-yet");
        reviews.approve(amara, back.subject(), 1, "");
        reviews.merge(amara, back.subject());
        assertThat(handbook.text(amara.community(), "page.md")).hasValue("# Page\n\nOne\n");
        assertThat(handbook.text(amara.community(), "other.md")).isPresent();
        assertThat(missing(() -> reversal.propose(ngozi, change.subject(), "Take back", "Why")))
                .isEqualTo("change.revert.nothing");
        merged("page.md", "# Page\n\nThree\n");
        assertThat(missing(() -> reversal.propose(ngozi, change.subject(), "Take back", "Why")))
                .isEqualTo("change.revert.conflict");
    }

    @Test
    void a_new_page_is_taken_back_by_removing_it() {
        Change change = proposed("new.md", "# New");
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
        Change back = reversal.propose(ngozi, change.subject(), "Take back", "Why");
        reviews.approve(amara, back.subject(), 1, "");
        reviews.merge(amara, back.subject());
        assertThat(handbook.page(amara.community(), "new.md")).isEmpty();
    }
}
