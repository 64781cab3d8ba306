package mainline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.discussion.Discussions;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody mentions others while writing, with the keys alone and with a finger. */
@InChromium
@MainlineTest
class MentionStoryTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static int next;

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Pictures pictures = new Pictures();

    private Community community;
    private Idea idea;
    private Window window;

    @LocalServerPort
    private int port;

    MentionStoryTest(People people, Founding founding, Communities communities, Ideas ideas, Discussions discussions) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.discussions = discussions;
    }

    @BeforeEach
    void a_thread_with_two_voices() {
        int n = ++next;
        Person iris = people.create("Iris Kern", "iris-mentions" + n + "@example.org", PASSWORD);
        community = founding.found("Mentions " + n, "mentions-" + n, "UTC", "We call each other.", iris.id());
        idea = ideas.publish(
                new Member(community.id(), iris.id()), new Wording("A bench at every corner", "Sit down.", 1, ""));
        join("Benedict Aalto");
        Member ben = join("Ben Ode");
        join("ليلى حداد");
        discussions.say(ben, idea.subject(), null, "Under the lime tree.");
        window = new Window(port)
                .go("/sign-in?then=" + community.path(""))
                .write("Mail address", "iris-mentions" + n + "@example.org")
                .write("Password", PASSWORD)
                .press("Sign in")
                .waitFor("We call each other.")
                .go(community.path(idea.path()));
    }

    private Member join(String name) {
        Person person = people.bring(name, null);
        communities.join(community.id(), person.id());
        return new Member(community.id(), person.id());
    }

    @AfterEach
    void nothing_broke_in_the_browser() {
        assertThat(window.complaints()).isEmpty();
    }

    private Locator box() {
        return window.field("Your comment");
    }

    private Locator options() {
        return window.page().getByRole(AriaRole.LISTBOX).first().getByRole(AriaRole.OPTION);
    }

    private void type(String text) {
        box().pressSequentially(text);
    }

    @Test
    void arrows_and_enter_take_somebody_from_the_list_those_in_the_thread_first() {
        type("What about it, @ben");
        assertThat(options()).hasCount(2);
        assertThat(options().first()).containsText("Ben Ode");
        assertThat(box())
                .hasAttribute("aria-activedescendant", options().first().getAttribute("id"));
        pictures.shoot(window, "mention-list");
        box().press("ArrowDown");
        assertThat(options().last()).hasAttribute("aria-selected", "true");
        assertThat(box()).hasAttribute("aria-activedescendant", options().last().getAttribute("id"));
        box().press("ArrowDown");
        box().press("Enter");
        assertThat(options()).hasCount(0);
        String handle = box().inputValue().replaceFirst("^What about it, @", "").strip();
        assertThat(handle).startsWith("ben-ode");
        type("and @benedict");
        assertThat(options()).hasCount(1);
        box().press("Tab");
        assertThat(box()).isFocused();
        assertThat(box().inputValue()).matches("What about it, @ben-ode\\S* and @benedict-aalto\\S* ");
        window.press("Comment").waitFor("What about it");
        assertThat(window.page().locator(".prose a.mention")).hasCount(2);
        window.page().setViewportSize(390, 844);
        pictures.take(window, "mention-links", community.path(idea.path()));
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    void escape_closes_the_list_until_another_name_is_begun_and_what_was_typed_stays() {
        type("@ben");
        assertThat(options()).hasCount(2);
        box().press("Escape");
        assertThat(options()).hasCount(0);
        type("e");
        window.page().waitForTimeout(400);
        assertThat(options()).hasCount(0);
        box().press("Enter");
        assertThat(box()).hasValue("@bene\n");
        type("@ب");
        assertThat(options()).hasCount(0);
        box().press("Backspace");
        type("لي");
        assertThat(options()).hasCount(1);
    }

    @Test
    void a_mail_address_opens_no_list_and_neither_does_the_middle_of_a_composed_word() {
        type("iris@ben");
        window.page().waitForTimeout(400);
        assertThat(options()).hasCount(0);
        box().fill("");
        box().evaluate("box => { box.value = '@ben'; box.setSelectionRange(4, 4);"
                + " box.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true })) }");
        window.page().waitForTimeout(400);
        assertThat(options()).hasCount(0);
        box().evaluate("box => box.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))");
        assertThat(options()).hasCount(2);
    }

    @Test
    void a_tap_takes_somebody_in_the_text_it_stands_under_and_the_preview_shows_the_link() {
        window.page().setViewportSize(390, 844);
        window.follow("Reply");
        Locator reply = window.field("Your reply");
        reply.pressSequentially("@ben-o");
        Locator option = window.page().locator(".suggest:not([hidden]) [role=option]");
        assertThat(option).hasCount(1);
        pictures.shoot(window, "mention-tap");
        option.click();
        assertThat(reply).isFocused();
        assertThat(reply.inputValue()).matches("@ben-ode\\S* ");
        assertThat(box()).hasValue("");
        window.page().locator("form[id^=reply] summary").click();
        assertThat(window.page().locator("form[id^=reply] .preview a.mention")).hasCount(1);
        assertThat(pictures.faults()).isEmpty();
    }
}
