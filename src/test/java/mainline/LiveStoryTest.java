package mainline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.discussion.Comment;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.review.Reviews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What one person does shows on the page that another has open, and takes nothing out of their hands. */
@InChromium
@MainlineTest
class LiveStoryTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Proposals proposals;
    private final Reviews reviews;

    private Community community;
    private Member iris;
    private Member ben;
    private Window window;
    private Window other;

    @LocalServerPort
    private int port;

    LiveStoryTest(
            People people,
            Founding founding,
            Communities communities,
            Ideas ideas,
            Discussions discussions,
            Proposals proposals,
            Reviews reviews) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.discussions = discussions;
        this.proposals = proposals;
        this.reviews = reviews;
    }

    @BeforeEach
    void two_people_at_their_desks() {
        int n = NEXT.incrementAndGet();
        Person founder = people.create("Iris Kern", "iris" + n + "@example.org", PASSWORD);
        Person neighbour = people.create("Ben Ode", "ben" + n + "@example.org", PASSWORD);
        community = founding.found("Live " + n, "live-" + n, "UTC", "We hear of each other.", founder.id());
        communities.join(community.id(), neighbour.id());
        iris = new Member(community.id(), founder.id());
        ben = new Member(community.id(), neighbour.id());
        window = signedIn("iris" + n);
        other = signedIn("ben" + n);
    }

    private Window signedIn(String name) {
        return new Window(port)
                .go("/sign-in?then=" + community.path(""))
                .write("Mail address", name + "@example.org")
                .write("Password", PASSWORD)
                .press("Sign in")
                .waitFor("We hear of each other.");
    }

    @AfterEach
    void nothing_broke_in_the_browser() {
        assertThat(window.complaints()).isEmpty();
        assertThat(other.complaints()).isEmpty();
    }

    private Idea anIdea() {
        return ideas.publish(iris, new Wording("A bench at every corner", "Sit down.", 1, ""));
    }

    private void openListening(Window who, String path) {
        who.page().waitForRequest("**/live?about=*", () -> who.go(community.path(path)));
    }

    private static Locator button(Window who, String name) {
        return who.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void an_answer_is_announced_and_shown_when_asked_for_and_what_was_typed_stays() {
        Idea idea = anIdea();
        openListening(window, idea.path());
        window.write("Your comment", "I was about to say");
        openListening(other, idea.path());
        other.write("Your comment", "Under the lime tree.").press("Comment");
        Locator show = button(window, "1 new answer – show");
        show.waitFor();
        assertThat(window.field("Your comment")).isFocused();
        discussions.say(ben, idea.subject(), null, "And one by the pond.");
        show = button(window, "2 new answers – show");
        show.click();
        assertThat(window.page().getByText("Under the lime tree.").locator("xpath=ancestor::li[1]"))
                .isFocused();
        assertThat(window.page().getByText("And one by the pond.")).isVisible();
        assertThat(window.page().locator("#discussion-title")).hasText("2 comments");
        assertThat(show).hasCount(0);
        assertThat(window.field("Your comment")).hasValue("I was about to say");
    }

    @Test
    void an_answer_to_an_answer_finds_its_place() {
        Idea idea = anIdea();
        Comment first = discussions.say(iris, idea.subject(), null, "Where exactly?");
        openListening(window, idea.path());
        discussions.say(ben, idea.subject(), first.subject().number(), "By the school.");
        button(window, "1 new answer – show").click();
        assertThat(window.page().locator("#c" + first.subject().number() + " > ol > li"))
                .containsText("By the school.");
    }

    @Test
    void the_gate_is_renewed_in_place_and_a_concern_half_written_stays() {
        Change change = proposals.propose(
                ben,
                new Proposal("notes.md", "", "# Notes\n\nA line.\n", "Begin the notes", "Nobody knows.", "", null));
        openListening(window, change.path());
        Locator gate = window.page().locator(".gate");
        String before = gate.textContent();
        window.open("Raise a concern");
        window.page().locator("#concerns textarea").fill("I wonder whether");
        reviews.approve(iris, change.subject(), change.version(), "");
        assertThat(gate).not().hasText(before);
        assertThat(window.page().locator("#concerns textarea")).hasValue("I wonder whether");
        assertThat(window.page().locator("#concerns textarea")).isFocused();
    }

    @Test
    void a_page_in_the_background_hears_nothing_and_looks_once_it_is_seen_again() {
        Idea idea = anIdea();
        openListening(window, idea.path());
        see(window, "hidden");
        discussions.say(ben, idea.subject(), null, "While you were away.");
        window.page().waitForTimeout(500);
        assertThat(button(window, "1 new answer – show")).hasCount(0);
        see(window, "visible");
        button(window, "1 new answer – show").waitFor();
    }

    private static void see(Window who, String state) {
        who.page().evaluate("""
                state => {
                  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
                  document.dispatchEvent(new Event('visibilitychange'))
                }""", state);
    }
}
