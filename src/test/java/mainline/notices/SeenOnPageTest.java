package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.discussion.Comment;
import mainline.discussion.Discussions;
import mainline.effort.NeededHours;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.people.People;
import mainline.platform.TestErrands;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever opens the page of a thing need not be told of it any more. */
@MainlineTest
class SeenOnPageTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PASSWORD = "seven quiet lanterns";

    private final Notices notices;
    private final Mailing mailing;
    private final Ideas ideas;
    private final Discussions discussions;
    private final People people;
    private final Communities communities;
    private final TestErrands late;
    private final TestMail mails;
    private final Village village;
    private String address = "";
    private PersonId rita;
    private Idea idea;
    private Comment comment;
    private Browser browser;

    @LocalServerPort
    private int port;

    SeenOnPageTest(
            Notices notices,
            Mailing mailing,
            Ideas ideas,
            Discussions discussions,
            People people,
            Communities communities,
            TestErrands late,
            TestMail mails,
            Village village) {
        this.notices = notices;
        this.mailing = mailing;
        this.ideas = ideas;
        this.discussions = discussions;
        this.people = people;
        this.communities = communities;
        this.late = late;
        this.mails = mails;
        this.village = village;
    }

    @BeforeEach
    void ben_answers_an_idea_of_ritas() {
        address = "rita" + NEXT.incrementAndGet() + "@seen.example";
        rita = people.create("Rita Reader", address, PASSWORD).id();
        communities.join(village.community.id(), rita);
        idea = ideas.publish(
                new Member(village.community.id(), rita),
                new Wording("A bench by the well", "To sit down.", 1, ""),
                new NeededHours(java.util.Map.of()));
        browser = new Browser(port).signIn(address, PASSWORD);
        late.run();
        notices.see(rita, Long.MAX_VALUE);
        comment = discussions.say(village.ben, idea.subject(), null, "I know a carpenter.");
        late.run();
        assertThat(unseen()).isOne();
    }

    private int unseen() {
        return notices.unseen(rita, 99);
    }

    private String home() {
        return "/" + village.community.slug();
    }

    private String page() {
        return home() + "/" + idea.path();
    }

    @Test
    void it_is_neither_counted_on_that_very_page_nor_mailed() {
        browser.get(page());
        assertThat(browser.page().select(".bar .unseen")).isEmpty();
        assertThat(unseen()).isZero();
        mailing.mailAll();
        assertThat(mails.to(address)).isEmpty();
    }

    @Test
    void the_address_of_a_comment_and_a_page_further_down_count_as_well() {
        browser.get(home() + "/" + comment.subject().path());
        assertThat(unseen()).isZero();
        discussions.say(village.cleo, idea.subject(), null, "So do I.");
        late.run();
        browser.get(home() + "/comments?about=" + idea.subject().key());
        assertThat(unseen()).isZero();
    }

    @Test
    void the_page_of_another_thing_and_lists_leave_it_new() {
        Idea other = village.anOpenIdea();
        browser.get(home() + "/" + other.path()).get(home() + "/ideas").get(home());
        assertThat(browser.page().select(".bar .unseen")).isNotEmpty();
        assertThat(unseen()).isOne();
    }

    @Test
    void what_a_script_or_a_browser_fetches_beforehand_was_not_seen() {
        signedInWith("HX-Request", "true").get(page());
        signedInWith("Sec-Fetch-Dest", "empty").get(page());
        signedInWith("Sec-Purpose", "prefetch;prerender").get(page());
        assertThat(unseen()).isOne();
        signedInWith("Sec-Fetch-Dest", "document").get(page());
        assertThat(unseen()).isZero();
    }

    private Browser signedInWith(String header, String value) {
        return new Browser(port).signIn(address, PASSWORD).with(header, value);
    }

    @Test
    void what_was_not_found_or_refused_was_not_seen() {
        browser.get(home() + "/ideas/" + idea.subject().number() + "/nothing");
        browser.get(home() + "/ideas/99999");
        assertThat(unseen()).isOne();
    }

    @Test
    void an_onlooker_or_somebody_else_sees_nothing_for_rita() {
        new Browser(port).get(page());
        assertThat(unseen()).isOne();
    }
}
