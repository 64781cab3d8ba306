package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.Handbook;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reviewing a change in a real browser, with scripts: remarks in place, a wording suggested and taken, moved paragraphs. */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/reading-room";
    private static final String ARABIC = "يقرأ الجميع الصفحة في صمت لمدة خمس دقائق قبل بدء النقاش";
    private static final String SILENCE =
            "Give everybody five minutes to read the page in silence. Nobody explains it.";
    private static final String ROUND = "Then go round once; each person says one thing the page made them think.";
    private static final String TABLE =
            "| role | who |\n|---|---|\n| chair | whoever called the meeting |\n| clock | somebody else |";
    private static final String LIST = "- Put phones away.\n- Name who writes.\n- Close with who does what by when.";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Pictures pictures = new Pictures();

    @LocalServerPort
    private int port;

    private Window amara;
    private Window joaquin;
    private Member writer;
    private Change change;

    ReviewPicturesTest(
            People people,
            Founding founding,
            Communities communities,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
    }

    @BeforeAll
    void open() {
        Person first = people.create("Amara Okafor", "amara@reading.example", PASSWORD);
        Community community =
                founding.found("Reading Room", "reading-room", "Europe/Madrid", "We read before we talk.", first.id());
        Person second = people.create("Joaquín Pérez", "joaquin@reading.example", PASSWORD);
        communities.join(community.id(), second.id());
        communities.join(
                community.id(),
                people.bring("Ngozi Eze", "ngozi@reading.example").id());
        Member steward = new Member(community.id(), first.id());
        writer = new Member(community.id(), second.id());
        String more = IntStream.range(0, 12)
                .mapToObj(n -> "Rule " + n + " of the house stays as it was, and nobody has to read it again.")
                .collect(Collectors.joining("\n\n"));
        String before = String.join(
                "\n\n", "# Silent start", SILENCE, ROUND, "## Roles", TABLE, more, "## Rules", LIST, ARABIC);
        Change merged = proposals.propose(writer, page(before));
        reviews.approve(steward, merged.subject(), 1, "");
        reviews.merge(steward, merged.subject());
        String after = String.join(
                "\n\n",
                "# Silent start",
                ROUND.replace("one thing", "one short thing"),
                "## Rules",
                LIST.replace("who does what", "who does what, aloud,"),
                more,
                "## Roles",
                TABLE,
                SILENCE.replace("five", "ten"),
                ARABIC.replace("خمس", "عشر"));
        change = proposals.propose(writer, page(after));
        amara = signedIn("amara@reading.example");
        joaquin = signedIn("joaquin@reading.example");
    }

    private Proposal page(String text) {
        String head = handbook.head(writer.community());
        return new Proposal("silent-start.md", head, text, "Start in silence", "Newcomers asked for it", "", null);
    }

    private Window signedIn(String mail) {
        Window window = new Window(port);
        window.go("/sign-in?then=" + HERE)
                .write("Mail address", mail)
                .write("Password", PASSWORD)
                .press("Sign in");
        window.page().waitForURL("**" + HERE + "*");
        return window;
    }

    private String address() {
        return HERE + "/" + change.path();
    }

    @Test
    @Order(1)
    void a_remark_is_written_beside_its_paragraph_without_leaving_the_page() {
        amara.page().setViewportSize(390, 844);
        amara.go(address());
        amara.page().locator(".beside:has-text('page made them think') a.say").click();
        amara.write("Your remark", "Why *short*? Some need a minute.").open("Suggest another wording");
        amara.write("What it could say instead", "Then go round once; each person says one thing.");
        amara.page().locator(".saying").scrollIntoViewIfNeeded();
        amara.page()
                .screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                        .setPath(java.nio.file.Path.of("target/pictures/review-form-390.png")));
        amara.press("Remark").waitFor("Your remark stands beside the text");
        amara.page().locator(".beside:has-text('النقاش') a.say").first().click();
        amara.write("Your remark", "هل هذا أفضل؟").press("Remark").waitFor("هل هذا أفضل؟");
        amara.page()
                .locator(".beside:has-text('Put phones away') a.say")
                .first()
                .click();
        amara.write("Your remark", "And cameras.").open("Suggest another wording");
        amara.write("What it could say instead", "- Put phones and cameras away.");
        amara.press("Remark").waitFor("And cameras.");
        assertThat(amara.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void every_look_at_it_is_sound() {
        pictures.take(joaquin, "review-author", address());
        pictures.take(joaquin, "review-lines", address() + "?view=source");
        pictures.take(amara, "review-form", address() + "?version=1&on=0.b3-3");
        pictures.take(amara, "review-form-lines", address() + "?view=source&version=1&on=0.b3-3");
        pictures.take(amara, "review-list", HERE + "/changes");
        assertThat(pictures.faults()).isEmpty();
    }

    @Test
    @Order(3)
    void the_author_takes_a_wording_with_one_click() {
        joaquin.go(address());
        joaquin.press("Take what is ticked").waitFor("The new version has the wording in it");
        assertThat(changes.get(change.subject()).version()).isEqualTo(2);
        pictures.take(joaquin, "review-taken", address());
        pictures.take(joaquin, "review-versions", address() + "?version=2&since=1");
        assertThat(pictures.faults()).isEmpty();
        assertThat(List.of(joaquin.complaints(), amara.complaints())).allMatch(List::isEmpty);
    }
}
