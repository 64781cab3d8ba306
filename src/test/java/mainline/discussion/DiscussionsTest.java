package mainline.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Viewer;
import mainline.kernel.Cursor;
import mainline.kernel.Missing;
import mainline.kernel.Paged;
import mainline.kernel.Refused;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.record.PublicRecord;
import mainline.record.RecordFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainlineTest
class DiscussionsTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final Discussions discussions;
    private final RepliesWaiting repliesWaiting;
    private final Communities communities;
    private final PublicRecord record;
    private final People people;
    private final TestClock clock;
    private final Village village;
    private final Village elsewhere;
    private final Subject idea;

    @LocalServerPort
    private int port;

    DiscussionsTest(
            Discussions discussions,
            RepliesWaiting repliesWaiting,
            Communities communities,
            PublicRecord record,
            People people,
            TestClock clock,
            Village village,
            Village elsewhere) {
        this.discussions = discussions;
        this.repliesWaiting = repliesWaiting;
        this.communities = communities;
        this.record = record;
        this.people = people;
        this.clock = clock;
        this.village = village;
        this.elsewhere = elsewhere;
        this.idea = village.anOpenIdea().subject();
    }

    private Comment say(Member who, @Nullable Comment answered, String text) {
        return discussions.say(who, idea, answered == null ? null : number(answered), text);
    }

    private Comment now(Comment comment) {
        return discussions.find(village.community.id(), number(comment)).orElseThrow();
    }

    private static long number(Comment comment) {
        return comment.subject().number();
    }

    private Viewer eyes(Member member) {
        return new Viewer(village.community, people.get(member.person()), true, () -> 0);
    }

    private static Viewer onlooker(Village village) {
        return new Viewer(village.community, null, false, () -> 0);
    }

    private List<Comment> owed(Viewer viewer) {
        return discussions.debts(viewer, Cursor.START, 50).items().stream()
                .map(ReplyDebt::comment)
                .toList();
    }

    private List<String> recorded(Comment comment) {
        return record.list(village.community.id(), RecordFilter.about(comment.subject()), 0, 50).items().stream()
                .map(entry -> entry.act().verb())
                .toList();
    }

    @Test
    void the_first_comment_of_somebody_is_owed_a_reply_and_the_second_is_not() {
        Comment first = say(village.ben, null, "May I ask?");
        Comment second = say(village.ben, null, "And may I ask this?");
        assertThat(now(first).owed()).isTrue();
        assertThat(now(second).owed()).isFalse();
        assertThat(owed(onlooker(village))).containsExactly(now(first));
    }

    @Test
    void that_nobody_has_answered_is_said_after_a_day_and_not_before() {
        Comment asked = say(village.ben, null, "May I ask?");
        assertThat(now(asked).isUnanswered(clock.instant())).isFalse();
        assertThat(repliesWaiting.of(eyes(village.ada))).isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(now(asked).isUnanswered(clock.instant())).isTrue();
        assertThat(repliesWaiting.of(eyes(village.ada))).hasSize(1);
        assertThat(page(null)).contains("Nobody has answered Ben Ode yet.");
    }

    @Test
    void whoever_wrote_it_never_reads_that_nobody_has_answered() {
        String mail = "waits-for-an-answer@example.org";
        Member wilma = new Member(
                village.community.id(),
                people.create("Wilma Waits", mail, PASSWORD).id());
        communities.join(wilma.community(), wilma.person());
        say(wilma, null, "May I ask?");
        clock.advance(Duration.ofDays(2));
        assertThat(page(null)).contains("Nobody has answered Wilma Waits yet.");
        assertThat(page(mail)).contains("May I ask?").doesNotContain("Nobody has answered");
    }

    @Test
    void who_has_done_something_in_another_community_is_no_newcomer() {
        Member guest = new Member(elsewhere.community.id(), village.ben.person());
        communities.join(guest.community(), guest.person());
        Subject there = elsewhere.anOpenIdea().subject();
        Comment first = discussions.say(guest, there, null, "I have only joined so far, here and there.");
        assertThat(discussions
                        .find(there.community(), number(first))
                        .orElseThrow()
                        .owed())
                .isTrue();
        assertThat(now(say(village.ben, null, "And now here.")).owed()).isFalse();
    }

    /** @param reader their address; null for an onlooker */
    private String page(@Nullable String reader) {
        Browser browser = new Browser(port);
        if (reader != null) browser.signIn(reader, PASSWORD);
        return browser.get(village.community.path(idea.path())).text();
    }

    @Test
    void who_begins_with_an_answer_is_owed_nothing() {
        Comment asked = say(village.ben, null, "May I ask?");
        assertThat(now(say(village.cleo, asked, "Do.")).owed()).isFalse();
    }

    @Test
    void an_answer_by_somebody_else_settles_the_debt_and_is_recorded() {
        Comment asked = say(village.ben, null, "May I ask?");
        say(village.ben, asked, "Nobody there?");
        assertThat(now(asked).owed()).as("one does not answer oneself").isTrue();
        say(village.cleo, asked, "Do.");
        assertThat(now(asked).owed()).isFalse();
        say(village.dov, asked, "Yes, do.");
        assertThat(recorded(asked)).containsExactly("reply.given", "comment.written");
    }

    @Test
    void nobody_is_shown_that_they_owe_themselves_a_reply() {
        Comment bens = now(say(village.ben, null, "May I ask?"));
        Comment cleos = now(say(village.cleo, null, "May I, too?"));
        assertThat(owed(eyes(village.ben))).containsExactly(cleos);
        assertThat(owed(eyes(village.ada))).as("the oldest first").containsExactly(bens, cleos);
    }

    @Test
    void a_comment_that_is_taken_down_leaves_its_place_and_owes_nothing() {
        Comment asked = say(village.ben, null, "May I ask?");
        Comment answer = say(village.ben, asked, "Nobody there?");
        discussions.remove(village.ben, number(asked));
        assertThat(now(asked).removed()).isTrue();
        assertThat(now(asked).text()).isEmpty();
        assertThat(owed(onlooker(village))).isEmpty();
        assertThat(now(answer).replyTo()).isEqualTo(number(asked));
        assertThat(discussions.count(idea)).isEqualTo(1);
        assertThat(discussions.earlier(now(asked))).isEmpty();
    }

    @Test
    void what_was_taken_down_is_neither_edited_nor_taken_down_again() {
        Comment said = say(village.ben, null, "May I ask?");
        discussions.remove(village.ben, number(said));
        assertThatThrownBy(() -> discussions.remove(village.ben, number(said))).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> discussions.edit(village.ben, number(said), 1, "Back"))
                .isInstanceOf(Missing.class);
        assertThat(discussions.count(idea)).isZero();
    }

    @Test
    void only_its_author_edits_a_comment_or_takes_it_down() {
        Comment said = say(village.ben, null, "May I ask?");
        assertThatThrownBy(() -> discussions.edit(village.ada, number(said), 1, "He may not"))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> discussions.remove(village.ada, number(said))).isInstanceOf(Missing.class);
        assertThat(now(said).text()).isEqualTo("May I ask?");
    }

    @Test
    void an_edited_comment_keeps_what_it_said_before() {
        Comment said = say(village.ben, null, "May I ask?");
        discussions.edit(village.ben, number(said), 1, "May I ask\r\nsomething?");
        Comment edited = now(said);
        assertThat(edited.text()).isEqualTo("May I ask\nsomething?");
        assertThat(edited.version()).isEqualTo(2);
        assertThat(discussions.earlier(edited))
                .extracting(CommentStore.Earlier::text)
                .containsExactly("May I ask?");
        assertThat(recorded(said)).containsExactly("comment.edited", "comment.written");
    }

    @Test
    void an_edit_that_changes_nothing_makes_no_version() {
        Comment said = say(village.ben, null, "May I ask?");
        discussions.edit(village.ben, number(said), 1, "May I ask?");
        assertThat(now(said).version()).isEqualTo(1);
        assertThat(recorded(said)).containsExactly("comment.written");
    }

    @Test
    void an_edit_of_a_version_that_is_no_longer_the_last_is_refused() {
        Comment said = say(village.ben, null, "May I ask?");
        discussions.edit(village.ben, number(said), 1, "May I?");
        assertThatThrownBy(() -> discussions.edit(village.ben, number(said), 1, "Well"))
                .isInstanceOf(Refused.class);
        assertThat(now(said).text()).isEqualTo("May I?");
    }

    @Test
    void an_answer_stands_under_the_same_object_as_what_it_answers() {
        Comment said = say(village.ben, null, "May I ask?");
        Subject other = village.anOpenIdea().subject();
        assertThatThrownBy(() -> discussions.say(village.cleo, other, number(said), "Do."))
                .isInstanceOf(Missing.class);
        assertThat(discussions.count(other)).isZero();
    }

    @Test
    void nothing_is_said_under_what_has_no_discussion() {
        Subject nothing = new Subject(village.community.id(), Subject.Kind.IDEA, 999);
        assertThatThrownBy(() -> discussions.say(village.ben, nothing, null, "Hello?"))
                .isInstanceOf(Missing.class);
    }

    @Test
    void a_comment_says_something_and_not_too_much() {
        assertThatThrownBy(() -> say(village.ben, null, " ")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> say(village.ben, null, "x".repeat(Discussions.LONGEST + 1)))
                .isInstanceOf(Refused.class);
        assertThat(discussions.count(idea)).isZero();
    }

    @Test
    void eyes_in_another_community_read_nothing_of_it() {
        Comment said = say(village.ben, null, "May I ask?");
        assertThat(discussions.get(onlooker(village), number(said))).isEqualTo(now(said));
        assertThatThrownBy(() -> discussions.get(onlooker(elsewhere), number(said)))
                .isInstanceOf(Missing.class);
        assertThatThrownBy(() -> discussions.under(onlooker(elsewhere), idea, Cursor.START))
                .isInstanceOf(Missing.class);
    }

    @Test
    void a_long_discussion_goes_on_and_a_comment_knows_the_page_it_is_on() {
        List<Comment> said = new ArrayList<>();
        for (int n = 0; n <= Discussions.SIZE; n++)
            said.add(discussions.bring(idea, null, village.ben.person(), "Point " + n, clock.instant()));
        Paged<Comment> first = discussions.under(onlooker(village), idea, Cursor.START);
        assertThat(first.items()).hasSize(Discussions.SIZE);
        assertThat(discussions.under(onlooker(village), idea, first.next()).items())
                .containsExactly(now(said.getLast()));
        assertThat(discussions.pageStart(said.getFirst())).isZero();
        assertThat(discussions.pageStart(said.get(Discussions.SIZE - 1))).isZero();
        assertThat(discussions.pageStart(said.getLast()))
                .isEqualTo(number(first.items().getLast()));
        assertThat(owed(onlooker(village))).as("it was written long ago").isEmpty();
    }
}
