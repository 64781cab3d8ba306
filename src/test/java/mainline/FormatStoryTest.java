package mainline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
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

/** Somebody who knows no Markdown writes it, with buttons, with keys, and with pictures out of the clipboard. */
@InChromium
@MainlineTest
class FormatStoryTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String PASTE = """
            box => new Promise(done => {
              const canvas = document.createElement('canvas')
              canvas.width = canvas.height = 40
              canvas.getContext('2d').fillRect(0, 0, 20, 20)
              canvas.toBlob(blob => {
                const data = new DataTransfer()
                data.items.add(new File([blob], 'Two cups.png', { type: 'image/png' }))
                box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
                done()
              })
            })""";

    private static int next;

    private final People people;
    private final Founding founding;
    private final Ideas ideas;
    private final Discussions discussions;
    private final Pictures pictures = new Pictures();

    private Community community;
    private Idea idea;
    private Window window;

    @LocalServerPort
    private int port;

    FormatStoryTest(People people, Founding founding, Ideas ideas, Discussions discussions) {
        this.people = people;
        this.founding = founding;
        this.ideas = ideas;
        this.discussions = discussions;
    }

    @BeforeEach
    void a_thread() {
        int n = ++next;
        Person iris = people.create("Iris Kern", "iris-format" + n + "@example.org", PASSWORD);
        community = founding.found("Formats " + n, "formats-" + n, "UTC", "We write plainly.", iris.id());
        Member member = new Member(community.id(), iris.id());
        idea = ideas.publish(member, new Wording("A bench at every corner", "Sit down.", 1, ""));
        discussions.say(member, idea.subject(), null, "Under the lime tree.");
        window = new Window(port)
                .go("/sign-in?then=" + community.path(""))
                .write("Mail address", "iris-format" + n + "@example.org")
                .write("Password", PASSWORD)
                .press("Sign in")
                .waitFor("We write plainly.")
                .go(community.path(idea.path()));
    }

    @AfterEach
    void nothing_broke_in_the_browser() {
        assertThat(window.complaints()).isEmpty();
    }

    private Locator box() {
        return window.field("Your comment");
    }

    private Locator button(String name) {
        return window.page()
                .getByRole(AriaRole.TOOLBAR)
                .first()
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void buttons_write_what_is_selected_in_markdown() {
        box().fill("come");
        box().press("Control+a");
        button("Bold").click();
        assertThat(box()).hasValue("**come**");
        button("Bold").click();
        assertThat(box()).hasValue("come");
        button("Heading").click();
        assertThat(box()).hasValue("## come");
        button("Heading").click();
        box().fill("one\ntwo");
        box().press("Control+a");
        button("List").click();
        assertThat(box()).hasValue("- one\n- two");
        box().press("Control+z");
        assertThat(box()).hasValue("one\ntwo");
        box().fill("Who comes");
        box().press("End");
        button("Table").click();
        assertThat(box())
                .hasValue(Pattern.compile("^Who comes\n\n\\| Column 1 \\| Column 2 \\|\n\\| --- \\| --- \\|\n"));
        window.page().setViewportSize(390, 844);
        pictures.take(window, "format-comment", community.path(idea.path()));
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    void keys_do_the_same_and_the_bar_is_one_stop_of_the_tab_key() {
        box().fill("come");
        box().press("Control+a");
        box().press("Control+b");
        assertThat(box()).hasValue("**come**");
        box().fill("here");
        box().press("Control+a");
        box().press("Control+k");
        assertThat(box()).hasValue("[here](https://)");
        window.page().keyboard().type("https://club.example");
        assertThat(box()).hasValue("[here](https://club.example)");
        box().press("Shift+Tab");
        assertThat(button("Bold")).isFocused();
        window.page().keyboard().press("ArrowRight");
        assertThat(button("Heading")).isFocused();
        window.page().keyboard().press("Tab");
        assertThat(box()).isFocused();
    }

    @Test
    void it_is_said_where_one_types_that_a_draft_is_kept() {
        box().pressSequentially("Under the");
        assertThat(window.page().locator("#say .field > .kept")).hasText("Draft kept in this browser");
        box().fill("");
        box().pressSequentially("x");
        box().press("Backspace");
        assertThat(window.page().locator("#say .field > .kept")).hasCount(0);
    }

    @Test
    void a_pasted_picture_stands_where_the_cursor_was() {
        window.go(community.path("handbook/README?edit"))
                .write("Text", "Before.\n\nAfter.")
                .open("More than this page")
                .press("Keep it and edit more pages")
                .follow("Edit");
        Locator text = window.page().locator("textarea[data-pictures]");
        assertThat(text).hasValue(Pattern.compile("^Before.\n\nAfter.\n?$"));
        text.evaluate("box => box.setSelectionRange(9, 9)");
        text.evaluate(PASTE);
        assertThat(text).hasValue(Pattern.compile("^Before\\.\n\n!\\[Two cups]\\(two-cups\\.png\\)After\\.\n?$"));
        pictures.take(window, "format-picture", window.path());
        assertThat(pictures.faults()).isEmpty();
    }
}
