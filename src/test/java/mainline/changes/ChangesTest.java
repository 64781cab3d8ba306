package mainline.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mainline.MainlineTest;
import mainline.chain.Chain;
import mainline.chain.Step;
import mainline.community.Count;
import mainline.community.Counts;
import mainline.community.Member;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.HandbookPage;
import mainline.handbook.Stewards;
import mainline.kernel.Refused;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import mainline.review.Approval;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MainlineTest
class ChangesTest {
    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Stewards stewards;
    private final Counts counts;
    private final Chain chain;
    private final PublicRecord record;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;

    ChangesTest(
            HandbookExamples examples,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Stewards stewards,
            Counts counts,
            Chain chain,
            PublicRecord record) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.stewards = stewards;
        this.counts = counts;
        this.chain = chain;
        this.record = record;
    }

    @BeforeEach
    void a_community_of_three() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín Pérez");
        ngozi = examples.aMember(harbour, "Ngozi");
    }

    private Change proposed(Member by, String path, String text) {
        return proposals.propose(by, examples.aPage(harbour, path, text));
    }

    private String missing(Runnable act) {
        var refused = org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    @Test
    void the_handbook_begins_with_one_page_by_the_founder_who_oversees_it() {
        assertThat(handbook.pageCount(amara.community())).isEqualTo(1);
        assertThat(handbook.page(amara.community(), "README.md").orElseThrow().title())
                .isEqualTo("The handbook of " + harbour.community().name());
        assertThat(stewards.oversees(amara.community(), amara.person(), "any/page.md"))
                .isTrue();
        assertThat(stewards.oversees(amara.community(), ngozi.person(), "any/page.md"))
                .isFalse();
    }

    @Test
    void a_change_enters_when_a_steward_approved_it_and_merges_it() {
        Change change = proposed(joaquin, "meetings/silent-start.md", "# Silent start\r\n\r\nRead first.");
        assertThat(handbook.text(amara.community(), "meetings/silent-start.md")).isEmpty();
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");

        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());

        assertThat(handbook.text(amara.community(), "meetings/silent-start.md"))
                .contains("# Silent start\n\nRead first.\n");
        HandbookPage page =
                handbook.page(amara.community(), "meetings/silent-start.md").orElseThrow();
        assertThat(page.title()).isEqualTo("Silent start");
        assertThat(page.by()).isEqualTo(joaquin.person());
        assertThat(changes.get(change.subject()).state()).isInstanceOf(Change.Merged.class);
        assertThat(counts.of(amara.community()))
                .containsEntry(Count.OPEN_CHANGES, 0L)
                .containsEntry(Count.MERGED_CHANGES, 1L);
        assertThat(chain.at(change.subject(), Step.HANDBOOK).orElseThrow().path())
                .isEqualTo("handbook/meetings/silent-start");
        assertThat(record.list(amara.community(), RecordFilter.about(change.subject()), 0, 10)
                        .items())
                .extracting(entry -> entry.act().verb())
                .containsExactly("change.merged", "change.approved", "change.proposed");
    }

    @Test
    void nobody_approves_their_own_change() {
        Change change = proposed(amara, "a.md", "# A");
        assertThat(missing(() -> reviews.approve(amara, change.subject(), 1, "")))
                .isEqualTo("change.approve.own");
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
    }

    @Test
    void only_stewards_approve_and_merge() {
        Change change = proposed(joaquin, "a.md", "# A");
        assertThat(missing(() -> reviews.approve(ngozi, change.subject(), 1, "")))
                .isEqualTo("change.steward-only");
        assertThat(missing(() -> reviews.merge(ngozi, change.subject()))).isEqualTo("change.steward-only");
    }

    @Test
    void an_approval_with_an_interest_is_shown_and_does_not_count() {
        Change change = proposed(joaquin, "a.md", "# A");
        reviews.approve(amara, change.subject(), 1, "He is my brother");
        assertThat(reviews.approvals(change)).extracting(Approval::interest).containsExactly("He is my brother");
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
    }

    @Test
    void approvals_fall_with_a_new_version() {
        Change change = proposed(joaquin, "a.md", "# A");
        reviews.approve(amara, change.subject(), 1, "");
        proposals.revise(joaquin, change.subject(), 1, examples.aPage(harbour, "a.md", "# A\n\nMore"));
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
        assertThat(missing(() -> reviews.approve(amara, change.subject(), 1, "")))
                .isEqualTo("change.moved-on");
        reviews.approve(amara, change.subject(), 2, "");
        reviews.merge(amara, change.subject());
        assertThat(handbook.text(amara.community(), "a.md")).contains("# A\n\nMore\n");
    }

    @Test
    void an_approval_can_be_taken_back() {
        Change change = proposed(joaquin, "a.md", "# A");
        reviews.approve(amara, change.subject(), 1, "");
        reviews.withdrawApproval(amara, change.subject());
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.not-yet");
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
    }

    @Test
    void a_change_waits_for_stewards_of_what_it_touches() {
        examples.overseeing(ngozi, "meetings");
        Change change = proposed(joaquin, "meetings/a.md", "# A");
        Change other = proposed(joaquin, "money/b.md", "# B");
        assertThat(changes.waitingFor(ngozi)).containsExactly(changes.get(change.subject()));
        assertThat(changes.waitingFor(amara)).hasSize(2);
        assertThat(changes.waitingFor(joaquin)).isEmpty();
        reviews.approve(ngozi, change.subject(), 1, "");
        assertThat(changes.waitingFor(ngozi)).isEmpty();
        reviews.merge(ngozi, change.subject());
        assertThat(missing(() -> reviews.approve(ngozi, other.subject(), 1, "")))
                .isEqualTo("change.steward-only");
    }

    @Test
    void the_only_steward_of_a_tiny_community_merges_alone_and_the_record_says_so() {
        Founded tiny = examples.aCommunity();
        Change change = proposals.propose(tiny.steward(), examples.aPage(tiny, "a.md", "# A"));
        reviews.merge(tiny.steward(), change.subject());
        assertThat(changes.get(change.subject()).state())
                .isInstanceOfSatisfying(
                        Change.Merged.class,
                        merged -> assertThat(merged.alone()).isTrue());
        assertThat(record.list(tiny.community().id(), RecordFilter.about(change.subject()), 0, 1)
                        .items()
                        .getFirst()
                        .act()
                        .verb())
                .isEqualTo("change.merged-alone");
        examples.aMember(tiny, "Second");
        examples.aMember(tiny, "Third");
        Change later = proposals.propose(tiny.steward(), examples.aPage(tiny, "b.md", "# B"));
        assertThat(missing(() -> reviews.merge(tiny.steward(), later.subject())))
                .isEqualTo("change.not-yet");
    }

    @Test
    void edits_of_different_lines_are_brought_together() {
        merged("page.md", "# Page\n\nOne\n\nTwo\n\nThree\n");
        Proposal late = examples.aPage(harbour, "page.md", "# Page\n\nOne\n\nTwo\n\nThree, better\n");
        merged("page.md", "# Page\n\nOne, better\n\nTwo\n\nThree\n");
        Change change = proposals.propose(ngozi, late);
        reviews.approve(amara, change.subject(), 1, "");
        reviews.merge(amara, change.subject());
        assertThat(handbook.text(amara.community(), "page.md"))
                .contains("# Page\n\nOne, better\n\nTwo\n\nThree, better\n");
    }

    @Test
    void edits_of_the_same_line_are_a_conflict_for_the_author_to_settle() {
        merged("page.md", "# Page\n\nOne\n");
        Proposal late = examples.aPage(harbour, "page.md", "# Page\n\nOne from Ngozi\n");
        Change open = proposals.propose(ngozi, late);
        merged("page.md", "# Page\n\nOne from Joaquín\n");
        assertThat(missing(() -> proposals.propose(ngozi, late))).isEqualTo("change.conflict");
        reviews.approve(amara, open.subject(), 1, "");
        assertThat(reviews.checks(open)).anyMatch(check -> check.reason().key().equals("change.rule.conflict"));
        assertThat(missing(() -> reviews.merge(amara, open.subject()))).isEqualTo("change.not-yet");
        proposals.revise(ngozi, open.subject(), 1, examples.aPage(harbour, "page.md", "# Page\n\nOne from both\n"));
        reviews.approve(amara, open.subject(), 2, "");
        reviews.merge(amara, open.subject());
        assertThat(handbook.text(amara.community(), "page.md")).contains("# Page\n\nOne from both\n");
    }

    private void merged(String path, String text) {
        Change change = proposed(joaquin, path, text);
        reviews.approve(amara, change.subject(), change.version(), "");
        reviews.merge(amara, change.subject());
    }

    @Test
    void a_withdrawn_change_is_closed_to_all() {
        Change change = proposed(joaquin, "a.md", "# A");
        assertThat(missing(() -> proposals.withdraw(amara, change.subject()))).isEqualTo("change.not-yours");
        proposals.withdraw(joaquin, change.subject());
        assertThat(missing(() -> reviews.approve(amara, change.subject(), 1, "")))
                .isEqualTo("change.closed");
        assertThat(missing(() -> reviews.merge(amara, change.subject()))).isEqualTo("change.closed");
        assertThat(counts.of(amara.community())).containsEntry(Count.OPEN_CHANGES, 0L);
    }

    @Test
    void a_draft_is_proposed_by_whoever_takes_it_up() {
        merged("page.md", "# Page\n\nOne\n");
        var draft = proposals.draft(
                amara.community(),
                ngozi.person(),
                new ChangeDraft("page.md", "# Page\n\nOne\n", "Revise it", "The trials say so", null));
        assertThat(changes.get(draft).state()).isEqualTo(new Change.Draft(ngozi.person()));
        assertThat(counts.of(amara.community())).containsEntry(Count.OPEN_CHANGES, 0L);
        Change taken = proposals.revise(joaquin, draft, 0, examples.aPage(harbour, "page.md", "# Page\n\nTwo\n"));
        assertThat(taken.isOpen()).isTrue();
        assertThat(changes.get(draft).author()).isEqualTo(joaquin.person());
        assertThat(counts.of(amara.community())).containsEntry(Count.OPEN_CHANGES, 1L);
    }

    @Test
    void a_proposal_says_what_is_wrong_with_it() {
        Member by = joaquin;
        assertThatThrownBy(() -> proposals.propose(by, new Proposal("../etc/passwd.md", "", "x\0", "", "", "", null)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problems()).containsOnlyKeys("path", "text", "title", "why"));
        assertThat(missing(() -> proposed(by, "long.md", "x".repeat(600 * 1024))))
                .isEqualTo("handbook.text.too-long");
        assertThat(missing(() -> proposed(by, "ReadMe.md", "# Clash"))).isEqualTo("handbook.path.taken");
        String same = handbook.text(by.community(), "README.md").orElseThrow();
        assertThat(missing(() -> proposed(by, "README.md", same))).isEqualTo("change.nothing");
        assertThat(counts.of(by.community())).containsEntry(Count.OPEN_CHANGES, 0L);
    }
}
