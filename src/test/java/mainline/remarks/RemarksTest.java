package mainline.remarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.discussion.Discussions;
import mainline.git.GitRepositories;
import mainline.git.GitRepository;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Cursor;
import mainline.kernel.PersonId;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.review.Approval;
import mainline.review.Endorsement;
import mainline.review.Reviews;
import mainline.text.Blocks;
import mainline.text.Lines;
import mainline.text.Splice;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What members say about lines of a change, and the wordings they suggest. */
@MainlineTest
class RemarksTest {
    private static final String ARABIC = "يقرأ الجميع الصفحة في صمت لمدة خمس دقائق قبل بدء النقاش";
    private static final String TEA =
            "# Tea\n\nWe drink tea at four.\n\n" + ARABIC + "\n\nWhoever is last washes up.\n";

    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Remarks remarks;
    private final Suggestions suggestions;
    private final Discussions discussions;
    private final GitRepositories repositories;
    private final TestClock clock;
    private final JdbcClient sql;
    private Founded harbour;
    private Member amara;
    private Member joaquin;
    private Member ngozi;
    private Change change;

    RemarksTest(
            HandbookExamples examples,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            Remarks remarks,
            Suggestions suggestions,
            Discussions discussions,
            GitRepositories repositories,
            TestClock clock,
            JdbcClient sql) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.remarks = remarks;
        this.suggestions = suggestions;
        this.discussions = discussions;
        this.repositories = repositories;
        this.clock = clock;
        this.sql = sql;
    }

    @BeforeEach
    void a_change() {
        harbour = examples.aCommunity();
        amara = harbour.steward();
        joaquin = examples.aMember(harbour, "Joaquín");
        ngozi = examples.aMember(harbour, "Ngozi");
        change = proposals.propose(joaquin, examples.aPage(harbour, "tea.md", TEA));
    }

    private Remark on(Member member, int line, String text, String suggestion) {
        return remarks.make(member, change.subject(), draft(1, false, "tea.md", line, text, suggestion));
    }

    private static Remark.Draft draft(
            int version, boolean before, String path, int line, String text, String suggestion) {
        return new Remark.Draft(
                new Remark.Anchor(version, before, path, line, line, ""), text, "Another wording.", suggestion, true);
    }

    private Change revise(String text) {
        Change now = changes.get(change.subject());
        return proposals.revise(joaquin, change.subject(), now.version(), examples.aPage(harbour, "tea.md", text));
    }

    private static String missing(Runnable act) {
        Refused refused = Assertions.catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).as("it is refused").isNotNull();
        return refused.problems().values().iterator().next().key();
    }

    private String text() {
        try (GitRepository git = repositories.open(harbour.community().id())) {
            return git.text(changes.versions(change).getLast().head(), "tea.md").orElseThrow();
        }
    }

    private List<String> told(Member member) {
        return sql.sql("select key from notice where person_id = ? order by id")
                .param(member.person().value())
                .query(String.class)
                .list();
    }

    @Test
    void a_remark_keeps_the_words_it_is_about_and_opens_a_discussion() {
        Remark remark = on(ngozi, 5, "Why five?", null);
        assertThat(remark.anchor().wording()).isEqualTo(ARABIC);
        assertThat(remark.isOpen()).isTrue();
        assertThat(remark.authorNext()).isTrue();
        assertThat(discussions.count(remark.subject())).isOne();
        assertThat(discussions
                        .debts(new Viewer(harbour.community(), null, false, () -> 0), Cursor.START, 9)
                        .items())
                .as("a first comment, as every other")
                .anyMatch(debt -> debt.comment().about().equals(remark.subject()));
        assertThat(told(joaquin)).contains("remark.told");
    }

    @Test
    void an_answer_turns_the_word_over_and_is_told() {
        Remark remark = on(ngozi, 3, "Why four?", null);
        discussions.say(joaquin, remark.subject(), null, "The kitchen opens then.");
        assertThat(remarks.get(remark.subject()).authorNext()).isFalse();
        assertThat(told(ngozi)).contains("remark.told.answer");
        discussions.say(amara, remark.subject(), null, "It does.");
        assertThat(remarks.get(remark.subject()).authorNext()).isFalse();
        discussions.say(ngozi, remark.subject(), null, "On Sundays too?");
        assertThat(remarks.get(remark.subject()).authorNext()).isTrue();
    }

    @Test
    void who_made_it_and_the_author_resolve_it_and_open_it_again() {
        Remark remark = on(ngozi, 3, "Why four?", null);
        assertThat(missing(() -> remarks.resolve(amara, remark.subject()))).isEqualTo("remark.not-yours");
        remarks.resolve(joaquin, remark.subject());
        assertThat(remarks.get(remark.subject()).isOpen()).isFalse();
        assertThat(told(ngozi)).contains("remark.told.resolved");
        remarks.reopen(ngozi, remark.subject());
        assertThat(remarks.get(remark.subject()).isOpen()).isTrue();
        assertThat(remarks.get(remark.subject()).authorNext()).isTrue();
        remarks.resolve(ngozi, remark.subject());
        remarks.resolve(ngozi, remark.subject());
        assertThat(remarks.of(change)).singleElement().matches(one -> !one.isOpen());
    }

    @Test
    void what_is_no_line_of_the_change_takes_no_remark() {
        Subject subject = change.subject();
        assertThat(missing(() -> remarks.make(ngozi, subject, draft(2, false, "tea.md", 1, "x", null))))
                .isEqualTo("remark.nowhere");
        assertThat(missing(() -> remarks.make(ngozi, subject, draft(1, false, "coffee.md", 1, "x", null))))
                .isEqualTo("remark.nowhere");
        assertThat(missing(() -> on(ngozi, 99, "x", null))).isEqualTo("remark.nowhere");
        assertThat(missing(() -> on(ngozi, 3, "  ", null))).isEqualTo("form.missing");
        assertThat(missing(() -> on(ngozi, 3, "", "We drink tea at four."))).isEqualTo("form.missing");
        assertThat(missing(() -> on(ngozi, 3, "x".repeat(20_001), null))).isEqualTo("form.too-long");
        assertThat(missing(() -> on(ngozi, 3, "x", "y".repeat(20_001)))).isEqualTo("form.too-long");
        assertThat(remarks.of(change)).isEmpty();
    }

    @Test
    void a_closed_change_takes_no_remark_and_no_wording() {
        Remark remark = on(ngozi, 3, "", "We drink tea at five.");
        proposals.withdraw(joaquin, change.subject());
        assertThat(missing(() -> on(ngozi, 3, "x", null))).isEqualTo("change.closed");
        assertThat(missing(() -> suggestions.take(
                        joaquin, change.subject(), 1, List.of(remark.subject().number()))))
                .isEqualTo("change.closed");
    }

    @Test
    void a_suggested_wording_becomes_a_version_and_its_giver_is_credited_and_no_author() {
        examples.overseeing(ngozi, "");
        Remark remark = on(amara, 3, "", "We drink tea at five.");
        reviews.approve(ngozi, change.subject(), 1, "");
        assertThat(missing(() -> suggestions.take(
                        ngozi, change.subject(), 1, List.of(remark.subject().number()))))
                .isEqualTo("change.not-yours");
        Change next = suggestions.take(
                joaquin, change.subject(), 1, List.of(remark.subject().number()));
        assertThat(next.version()).isEqualTo(2);
        assertThat(text()).isEqualTo(TEA.replace("four", "five"));
        assertThat(changes.get(change.subject()).coauthors()).isEmpty();
        assertThat(changes.suggesters(change)).containsExactly(amara.person());
        assertThat(remarks.get(remark.subject()).takenIn()).isEqualTo(2);
        assertThat(remarks.get(remark.subject()).isOpen()).isFalse();
        assertThat(told(amara)).contains("remark.told.taken");
        assertThat(reviews.approvals(change)).noneMatch(Approval::stands);
        reviews.endorse(amara, change.subject(), 2);
        reviews.approve(amara, change.subject(), 2, "");
        reviews.approve(ngozi, change.subject(), 2, "");
        reviews.merge(ngozi, change.subject());
        try (GitRepository git = repositories.open(harbour.community().id())) {
            String message = git.commit(git.head().name()).orElseThrow().getFullMessage();
            assertThat(message).contains("Co-authored-by: Amara Okafor <", "Approved-by: Ngozi", "Approved-by: Amara");
        }
        assertThat(handbook.text(harbour.community().id(), "tea.md")).hasValue(TEA.replace("four", "five"));
    }

    @Test
    void nobodys_word_falls_by_what_they_suggested_themselves() {
        examples.overseeing(ngozi, "");
        reviews.approve(amara, change.subject(), 1, "");
        reviews.endorse(amara, change.subject(), 1);
        reviews.approve(ngozi, change.subject(), 1, "");
        Remark five = on(amara, 3, "", "We drink tea at five.");
        suggestions.take(joaquin, change.subject(), 1, List.of(five.subject().number()));
        assertThat(standing()).containsExactly(amara.person());
        assertThat(reviews.endorsements(change)).anyMatch(Endorsement::stands);
        assertThat(told(amara)).doesNotContain("change.told.approval-fell", "change.told.endorsement-fell");
        assertThat(told(ngozi)).contains("change.told.approval-fell");
        assertThat(changes.waitingFor(amara)).isEmpty();
        reviews.approve(ngozi, change.subject(), 2, "");
        Remark mine = on(amara, 7, "", "Amara washes up.");
        Remark hers = on(ngozi, 5, "", ARABIC + ".");
        suggestions.take(
                joaquin,
                change.subject(),
                2,
                List.of(mine.subject().number(), hers.subject().number()));
        assertThat(standing()).as("each of them has not seen the other's words").isEmpty();
    }

    @Test
    void an_approval_falls_by_the_authors_own_wording_as_by_every_other() {
        reviews.approve(amara, change.subject(), 1, "");
        Remark hers = on(amara, 3, "", "We drink tea at five.");
        Remark own = on(joaquin, 7, "", "Everybody washes up.");
        suggestions.take(
                joaquin,
                change.subject(),
                1,
                List.of(hers.subject().number(), own.subject().number()));
        assertThat(standing()).isEmpty();
    }

    private List<PersonId> standing() {
        return reviews.approvals(change).stream()
                .filter(Approval::stands)
                .map(Approval::by)
                .toList();
    }

    @Test
    void the_time_to_look_goes_on_when_only_suggestions_of_others_are_new() {
        Instant first = changes.saidSince(change);
        clock.advance(Duration.ofHours(3));
        Remark five = on(ngozi, 3, "", "We drink tea at five.");
        suggestions.take(joaquin, change.subject(), 1, List.of(five.subject().number()));
        clock.advance(Duration.ofHours(3));
        Remark all = remarks.make(amara, change.subject(), draft(2, false, "tea.md", 7, "", "Everybody washes up."));
        suggestions.take(joaquin, change.subject(), 2, List.of(all.subject().number()));
        assertThat(changes.saidSince(change)).isEqualTo(first);
        Remark own = remarks.make(joaquin, change.subject(), draft(3, false, "tea.md", 7, "", "Nobody washes up."));
        suggestions.take(joaquin, change.subject(), 3, List.of(own.subject().number()));
        assertThat(changes.saidSince(change)).as("words of its author").isEqualTo(clock.instant());
        clock.advance(Duration.ofHours(3));
        revise(TEA.replace("four", "six"));
        assertThat(changes.saidSince(change)).isEqualTo(clock.instant());
    }

    @Test
    void several_wordings_are_taken_at_once_whatever_their_order() {
        Remark wash = on(ngozi, 7, "", "Everybody washes up.\n\nNobody leaves before.");
        Remark arabic = on(amara, 5, "", ARABIC.replace("خمس", "عشر"));
        Remark gone = on(amara, 3, "Not needed.", "");
        suggestions.take(
                joaquin,
                change.subject(),
                1,
                List.of(
                        wash.subject().number(),
                        gone.subject().number(),
                        arabic.subject().number()));
        assertThat(text())
                .isEqualTo("# Tea\n\n\n" + ARABIC.replace("خمس", "عشر")
                        + "\n\nEverybody washes up.\n\nNobody leaves before.\n");
        assertThat(changes.suggesters(change)).containsExactlyInAnyOrder(ngozi.person(), amara.person());
    }

    @Test
    void a_wording_about_text_that_changed_meanwhile_cannot_be_taken() {
        Remark remark = on(ngozi, 3, "", "We drink tea at five.");
        Remark other = on(ngozi, 7, "", "Everybody washes up.");
        revise(TEA.replace("at four", "at half past four"));
        List<Long> both = List.of(other.subject().number(), remark.subject().number());
        assertThat(missing(() -> suggestions.take(joaquin, change.subject(), 2, both)))
                .isEqualTo("suggestion.stale");
        assertThat(missing(() -> suggestions.take(joaquin, change.subject(), 1, both)))
                .isEqualTo("change.moved-on");
        assertThat(changes.get(change.subject()).version()).isEqualTo(2);
        suggestions.take(joaquin, change.subject(), 2, List.of(other.subject().number()));
        assertThat(text()).contains("half past four", "Everybody washes up.");
        assertThat(missing(() -> suggestions.take(
                        joaquin, change.subject(), 3, List.of(other.subject().number()))))
                .isEqualTo("suggestion.over");
    }

    @Test
    void two_wordings_of_one_line_are_not_taken_together() {
        Remark one = on(ngozi, 3, "", "We drink tea at five.");
        Remark two = on(amara, 3, "", "We drink tea at six.");
        List<Long> both = List.of(one.subject().number(), two.subject().number());
        assertThat(missing(() -> suggestions.take(joaquin, change.subject(), 1, both)))
                .isEqualTo("suggestion.overlap");
        assertThat(missing(() -> suggestions.take(joaquin, change.subject(), 1, List.of())))
                .isEqualTo("suggestion.none");
    }

    @Test
    void of_two_wordings_taken_at_the_same_time_one_waits_and_sees_the_new_version() throws Exception {
        List<Remark> made = List.of(on(ngozi, 3, "", "At five."), on(ngozi, 7, "", "Everybody washes up."));
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<String>> both = pool.invokeAll(made.stream()
                    .map(remark -> (Callable<String>) () -> {
                        try {
                            suggestions.take(
                                    joaquin,
                                    change.subject(),
                                    1,
                                    List.of(remark.subject().number()));
                            return "taken";
                        } catch (Refused refused) {
                            return refused.problems().get("").key();
                        }
                    })
                    .toList());
            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .containsExactlyInAnyOrder("taken", "change.moved-on");
        }
        assertThat(changes.get(change.subject()).version()).isEqualTo(2);
        assertThat(remarks.of(change)).filteredOn(Remark::isOpen).hasSize(1);
    }

    private static byte[] spliced(Lines lines, List<Splice> splices) {
        return Splice.all(lines, splices).orElseThrow();
    }

    @Test
    void the_ends_of_lines_stay_as_they_were_in_files_from_elsewhere() {
        Lines lines = Lines.of("one\r\ntwo\r\nthree".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(spliced(lines, List.of(new Splice(2, 2, "a\nb")))).asString().isEqualTo("one\r\na\r\nb\r\nthree");
        assertThat(spliced(lines, List.of(new Splice(3, 3, "last"), new Splice(1, 1, ""))))
                .asString()
                .isEqualTo("two\r\nlast");
        byte[] odd = {'a', '\n', (byte) 0xff, '\n', 'b', '\n'};
        assertThat(spliced(Lines.of(odd), List.of(new Splice(3, 3, "c"))))
                .isEqualTo(new byte[] {'a', '\n', (byte) 0xff, '\n', 'c', '\n'});
    }

    @Test
    void lines_that_belong_together_are_one_paragraph() {
        List<String> text =
                "# Tea\nWe drink\nit at four.\n\n- bread\n  and butter\n- milk\n\n| a |\n|---|\n| b |\n```\nx\ny\n```"
                        .lines()
                        .toList();
        Blocks blocks = new Blocks(text);
        Map<Integer, Integer> last =
                IntStream.rangeClosed(1, text.size()).boxed().collect(Collectors.toMap(n -> n, blocks::last));
        assertThat(List.of(last.get(1), last.get(2), last.get(3), last.get(5), last.get(7), last.get(9), last.get(11)))
                .isEqualTo(List.of(1, 3, 3, 6, 7, 9, 11));
        assertThat(List.of(last.get(13), last.get(14), blocks.first(3), blocks.first(6)))
                .isEqualTo(List.of(13, 14, 2, 5));
    }
}
