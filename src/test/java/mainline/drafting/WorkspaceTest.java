package mainline.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mainline.MainlineTest;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Conflict;
import mainline.changes.Proposals;
import mainline.changes.Reasons;
import mainline.community.Member;
import mainline.git.FileEdit;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.handbook.Signatures;
import mainline.kernel.Missing;
import mainline.kernel.Refused;
import mainline.review.Reviews;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** A change of several files, prepared in the browser's workspace. */
@MainlineTest
class WorkspaceTest {
    private static final Reasons WHY = new Reasons("Tidy up", "It was a mess", "", null, 0);

    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Workspaces workspaces;
    private final WorkspaceEdits edits;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final GitRepositories repositories;
    private final Signatures signatures;
    private final TransactionOperations transactions;
    private Founded harbour;
    private Member amara;
    private Member joaquin;

    WorkspaceTest(
            HandbookExamples examples,
            Handbook handbook,
            Workspaces workspaces,
            WorkspaceEdits edits,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            GitRepositories repositories,
            Signatures signatures,
            TransactionOperations transactions) {
        this.examples = examples;
        this.handbook = handbook;
        this.workspaces = workspaces;
        this.edits = edits;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.repositories = repositories;
        this.signatures = signatures;
        this.transactions = transactions;
    }

    @BeforeEach
    void a_community_of_three() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín Pérez");
        examples.aMember(harbour, "Ngozi");
    }

    private Change merge(Change change) {
        reviews.approve(amara, change.subject(), change.version(), "");
        reviews.merge(amara, change.subject());
        return changes.get(change.subject());
    }

    private void merged(String path, String text) {
        merge(proposals.propose(joaquin, examples.aPage(harbour, path, text)));
    }

    private String text(String path) {
        return handbook.text(amara.community(), path).orElse("(none)");
    }

    private String missing(Runnable act) {
        var refused = org.assertj.core.api.Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    private List<Conflict> open(long id) {
        try (GitRepository git = repositories.open(amara.community())) {
            return workspaces
                    .settled(git, workspaces.get(joaquin, id), Map.of())
                    .open();
        }
    }

    private String pick(long id) {
        return switch (open(id).getFirst()) {
            case Conflict.Passages passages ->
                "pick." + passages.key(passages.merge().contested().getFirst());
            case Conflict.Either either -> "pick." + either.key();
        };
    }

    /** What git clients push, without one. */
    private void committed(FileEdit... edits) {
        transactions.executeWithoutResult(status -> {
            handbook.hold(amara.community());
            try (GitRepository git = repositories.open(amara.community())) {
                ObjectId head = git.head();
                PersonIdent by = signatures.of(amara.community(), amara.person(), java.time.Instant.now());
                ObjectId next = git.write(head, List.of(edits), new GitRepository.Signed(by, by, "By hand\n"));
                repositories.advance(amara.community(), head, next);
            }
        });
    }

    @Test
    void pages_are_written_added_moved_and_deleted_in_one_version() {
        merged("tea.md", "# Tea\n");
        merged("cups.md", "# Cups\n\nTwo. Back to [tea](tea.md).\n");
        merged("tea.md", "# Tea\n\nAt four, see [cups](cups.md).\n");
        merged("old.md", "# Old\n");
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "README.md", 0, "# Front\r\n\r\nSee [tea](tea.md).\r\n");
        edits.add(joaquin, id, "new/page.md", "# New\n");
        edits.move(joaquin, id, "tea.md", "drinks/tea.md", true);
        edits.remove(joaquin, id, "old.md");
        assertThat(text("README.md")).as("nothing enters before it is merged").doesNotContain("Front");

        Change change = workspaces.propose(joaquin, id, WHY, Map.of());

        assertThat(change.paths())
                .containsExactly("README.md", "cups.md", "drinks/tea.md", "new/page.md", "old.md", "tea.md");
        assertThat(changes.versions(change)).hasSize(1);
        assertThat(workspaces.of(joaquin)).isEmpty();
        merge(change);
        assertThat(text("README.md")).isEqualTo("# Front\n\nSee [tea](drinks/tea.md).\n");
        assertThat(text("cups.md")).contains("[tea](drinks/tea.md)");
        assertThat(text("drinks/tea.md")).isEqualTo("# Tea\n\nAt four, see [cups](../cups.md).\n");
        assertThat(text("tea.md")).isEqualTo("(none)");
        assertThat(text("old.md")).isEqualTo("(none)");
        assertThat(handbook.page(amara.community(), "new/page.md")).isPresent();
    }

    @Test
    void an_open_change_of_many_files_is_edited_from_its_last_version() {
        long id = workspaces.begin(joaquin);
        edits.add(joaquin, id, "a.md", "# A\n");
        edits.add(joaquin, id, "b.md", "# B\n");
        Change change = workspaces.propose(joaquin, id, WHY, Map.of());
        long again = workspaces.edit(joaquin, change.subject());
        assertThat(workspaces.edit(joaquin, change.subject()))
                .as("one for each change")
                .isEqualTo(again);
        edits.write(joaquin, again, "a.md", 0, "# A, better\n");
        edits.remove(joaquin, again, "b.md");
        edits.add(joaquin, again, "c.md", "# C\n");
        Change next = workspaces.propose(joaquin, again, WHY, Map.of());
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.paths()).containsExactly("a.md", "c.md");
        merge(next);
        assertThat(text("a.md")).isEqualTo("# A, better\n");
    }

    @Test
    void an_edit_is_taken_back_to_what_the_handbook_says() {
        merged("tea.md", "# Tea\n");
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "tea.md", 0, "# Tea, but\n");
        edits.move(joaquin, id, "tea.md", "other.md", false);
        edits.restore(joaquin, id, "other.md");
        edits.write(joaquin, id, "README.md", 0, "# Else\n");
        edits.write(joaquin, id, "README.md", 1, text("README.md"));
        assertThat(missing(() -> workspaces.propose(joaquin, id, WHY, Map.of())))
                .isEqualTo("workspace.nothing");
    }

    @Test
    void two_windows_do_not_overwrite_each_other() {
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "README.md", 0, "# One\n");
        assertThat(missing(() -> edits.write(joaquin, id, "README.md", 0, "# Two\n")))
                .isEqualTo("workspace.file-moved-on");
        edits.write(joaquin, id, "README.md", 1, "# Both\n");
    }

    @Test
    void nobody_else_sees_it_and_what_is_proposed_is_gone() {
        long id = workspaces.begin(joaquin);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> workspaces.get(amara, id))
                .isInstanceOf(Missing.class);
        edits.add(joaquin, id, "a.md", "# A\n");
        Change change = workspaces.propose(joaquin, id, WHY, Map.of());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> workspaces.propose(joaquin, id, WHY, Map.of()))
                .isInstanceOf(Missing.class);
        assertThat(missing(() -> workspaces.edit(amara, change.subject()))).isEqualTo("change.not-yours");
        long again = workspaces.edit(joaquin, change.subject());
        edits.write(joaquin, again, "a.md", 0, "# A2\n");
        proposals.revise(joaquin, change.subject(), 1, examples.aPage(harbour, "a.md", "# A3\n"));
        assertThat(missing(() -> workspaces.propose(joaquin, again, WHY, Map.of())))
                .isEqualTo("workspace.overtaken");
        proposals.withdraw(joaquin, change.subject());
        assertThat(missing(() -> workspaces.propose(joaquin, again, WHY, Map.of())))
                .isEqualTo("change.closed");
    }

    @Test
    void names_that_some_computers_take_for_the_same_are_refused() {
        merged("meetings/tea.md", "# Tea\n");
        long id = workspaces.begin(joaquin);
        assertThat(missing(() -> edits.add(joaquin, id, "ReadMe.md", "x"))).isEqualTo("handbook.path.taken");
        assertThat(missing(() -> edits.add(joaquin, id, "Meetings/x.md", "x"))).isEqualTo("handbook.path.taken");
        assertThat(missing(() -> edits.add(joaquin, id, "../x.md", "x"))).isEqualTo("handbook.path.odd");
        edits.add(joaquin, id, "cake.md", "# Cake\n");
        merged("Cake.md", "# Another\n");
        assertThat(missing(() -> workspaces.propose(joaquin, id, WHY, Map.of())))
                .isEqualTo("handbook.path.taken");
        edits.move(joaquin, id, "cake.md", "cakes.md", true);
        edits.move(joaquin, id, "meetings/tea.md", "meetings/Tea.md", true);
        merge(workspaces.propose(joaquin, id, WHY, Map.of()));
        assertThat(text("cakes.md")).isEqualTo("# Cake\n");
        assertThat(text("meetings/Tea.md")).isEqualTo("# Tea\n");
    }

    @Test
    void passages_that_both_changed_are_chosen_one_by_one() {
        merged("page.md", "# Page\n\nOne\n\nTwo\n\nThree\n");
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "page.md", 0, "# Page\n\nOne from me\n\nTwo\n\nThree from me\n");
        merged("page.md", "# Page\n\nOne from elsewhere\n\nTwo, better\n\nThree\n");
        assertThat(missing(() -> workspaces.propose(joaquin, id, WHY, Map.of())))
                .isEqualTo("change.conflict");
        assertThat(open(id)).hasSize(1);
        String pick = pick(id);
        Change change = workspaces.propose(
                joaquin, id, WHY, Map.of(pick, "own", pick.replace("pick.", "own."), "One from all of us"));
        merge(change);
        assertThat(text("page.md")).isEqualTo("# Page\n\nOne from all of us\n\nTwo, better\n\nThree from me\n");
    }

    @Test
    void an_open_change_that_contradicts_now_is_settled_and_fits_again() {
        merged("page.md", "# Page\n\nOne\n");
        Change open = proposals.propose(joaquin, examples.aPage(harbour, "page.md", "# Page\n\nOne from me\n"));
        Member ngozi = examples.aMember(harbour, "Ngozi Ade");
        merge(proposals.propose(ngozi, examples.aPage(harbour, "page.md", "# Page\n\nOne from her\n")));
        assertThat(reviews.checks(open)).anyMatch(check -> check.reason().key().equals("change.rule.conflict"));
        long id = workspaces.edit(joaquin, open.subject());
        Change next = workspaces.propose(joaquin, id, WHY, Map.of(pick(id), "both"));
        assertThat(next.version()).isEqualTo(2);
        merge(next);
        assertThat(text("page.md")).isEqualTo("# Page\n\nOne from her\n\nOne from me\n");
    }

    @Test
    void a_page_that_was_deleted_meanwhile_comes_back_or_stays_away() {
        merged("page.md", "# Page\n\nOne\n");
        long keeping = workspaces.begin(joaquin);
        edits.write(joaquin, keeping, "page.md", 0, "# Page\n\nMine\n");
        edits.add(joaquin, keeping, "other.md", "# Other\n");
        committed(new FileEdit.Remove("page.md"));
        assertThat(open(keeping)).singleElement().isInstanceOf(Conflict.Either.class);
        String pick = pick(keeping);
        assertThat(missing(() -> workspaces.propose(joaquin, keeping, WHY, Map.of(pick, "nonsense"))))
                .isEqualTo("change.conflict");
        Change change = workspaces.propose(joaquin, keeping, WHY, Map.of(pick, "mine"));
        merge(change);
        assertThat(text("page.md")).isEqualTo("# Page\n\nMine\n");

        long letting = workspaces.begin(joaquin);
        edits.write(joaquin, letting, "page.md", 0, "# Page\n\nMine again\n");
        edits.add(joaquin, letting, "third.md", "# Third\n");
        committed(new FileEdit.Remove("page.md"));
        merge(workspaces.propose(joaquin, letting, WHY, Map.of(pick(letting), "theirs")));
        assertThat(text("page.md")).isEqualTo("(none)");
        assertThat(text("third.md")).isEqualTo("# Third\n");
    }

    @Test
    void a_deletion_of_what_was_edited_meanwhile_is_asked() {
        merged("page.md", "# Page\n\nOne\n");
        long id = workspaces.begin(joaquin);
        edits.remove(joaquin, id, "page.md");
        merged("page.md", "# Page\n\nOne, better\n");
        assertThat(open(id)).hasSize(1);
        merge(workspaces.propose(joaquin, id, WHY, Map.of(pick(id), "mine")));
        assertThat(text("page.md")).isEqualTo("(none)");
    }

    @Test
    void an_edit_follows_a_page_that_was_moved_meanwhile_and_the_other_way_round() {
        String long1 = "# Page\n\n" + "A line that stays as it is.\n\n".repeat(10);
        merged("page.md", long1 + "One\n");
        merged("second.md", "# Second\n\n" + "Another line that stays as it is.\n\n".repeat(10) + "One\n");
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "page.md", 0, long1 + "One from me\n");
        edits.move(joaquin, id, "second.md", "deep/second.md", true);
        committed(
                new FileEdit.Remove("page.md"),
                FileEdit.text("moved/page.md", long1.replace("# Page", "# Their page") + "One\n"),
                FileEdit.text("second.md", text("second.md").replace("# Second", "# Their second")));
        assertThat(open(id)).isEmpty();
        merge(workspaces.propose(joaquin, id, WHY, Map.of()));
        assertThat(text("page.md")).isEqualTo("(none)");
        assertThat(text("moved/page.md")).startsWith("# Their page").endsWith("One from me\n");
        assertThat(text("second.md")).isEqualTo("(none)");
        assertThat(text("deep/second.md")).startsWith("# Their second");
    }

    @Test
    void a_page_that_both_moved_gets_one_of_the_names() {
        String text = "# Page\n\n" + "A line that stays as it is.\n\n".repeat(10);
        merged("page.md", text);
        long id = workspaces.begin(joaquin);
        edits.move(joaquin, id, "page.md", "mine.md", true);
        committed(new FileEdit.Remove("page.md"), FileEdit.text("theirs.md", text));
        assertThat(open(id)).hasSize(1);
        merge(workspaces.propose(joaquin, id, WHY, Map.of(pick(id), "mine")));
        assertThat(text("mine.md")).isEqualTo(text.stripTrailing() + "\n\n");
        assertThat(text("theirs.md")).isEqualTo("(none)");
    }

    @Test
    void a_file_keeps_its_line_ends_and_other_texts_are_edited_as_they_are() {
        committed(
                FileEdit.text("crlf.md", "# Page\r\n\r\nOne\r\n\r\nTwo\r\n"),
                FileEdit.text("rules.yml", "a: 1\nb: 2\n"));
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "crlf.md", 0, "# Page\r\n\r\nOne, mine\r\n\r\nTwo\r\n");
        edits.write(joaquin, id, "rules.yml", 0, "a: 1\nb: 3\n");
        committed(FileEdit.text("crlf.md", "# Page\r\n\r\nOne\r\n\r\nTwo, theirs\r\n"));
        merge(workspaces.propose(joaquin, id, WHY, Map.of()));
        assertThat(text("crlf.md")).isEqualTo("# Page\r\n\r\nOne, mine\r\n\r\nTwo, theirs\r\n");
        assertThat(text("rules.yml")).isEqualTo("a: 1\nb: 3\n");
    }

    @Test
    void a_page_that_is_as_long_as_pages_may_be_is_settled_too() {
        String arabic = "إحاطة من صفحة واحدة قبل كل نوبة\n\n".repeat(8000).substring(0, 250_000) + "\n";
        merged("long.md", "# First\n\n" + arabic + "\nLast\n");
        long id = workspaces.begin(joaquin);
        edits.write(joaquin, id, "long.md", 0, "# First\n\n" + arabic + "\nLast, mine\n");
        merged("long.md", "# First, theirs\n\n" + arabic + "\nLast\n");
        merge(workspaces.propose(joaquin, id, WHY, Map.of()));
        assertThat(text("long.md")).startsWith("# First, theirs").endsWith("Last, mine\n");
    }
}
