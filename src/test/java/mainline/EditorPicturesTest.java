package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.Handbook;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Editing the handbook in a real browser: a typo, a change of several files, a picture, a conflict. */
@InChromium
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditorPicturesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String HERE = "/editing-corner";
    private static final String ARABIC = "إحاطة من صفحة واحدة قبل كل نوبة تطوع";
    private static final String TEA = "# Tea at fuor\n\nBring a **cup**, and see [the front](README.md).\n\n" + ARABIC
            + "\n\n- Milk\n- Sugar\n\nWe sit outside when it is warm.\n\nWhoever comes first boils the water.\n";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Handbook handbook;
    private final Pictures pictures = new Pictures();
    private Member steward;
    private Member other;

    @LocalServerPort
    private int port;

    private Window ana;

    EditorPicturesTest(
            People people,
            Founding founding,
            Communities communities,
            Proposals proposals,
            Reviews reviews,
            Handbook handbook) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.proposals = proposals;
        this.reviews = reviews;
        this.handbook = handbook;
    }

    @BeforeAll
    void open() {
        var founder = people.bring("Olga", "olga-editing@example.org");
        Community community = founding.found(
                "Editing Corner", "editing-corner", "Europe/Madrid", "We finish something.", founder.id());
        steward = new Member(community.id(), founder.id());
        other = joined(
                community, people.bring("Lou Berg", "lou-editing@example.org").id());
        joined(
                community,
                people.create("Ana Ruiz", "ana-editing@example.org", PASSWORD).id());
        merged("tea.md", TEA);
        ana = new Window(port);
        ana.go("/sign-in?then=" + HERE)
                .write("Mail address", "ana-editing@example.org")
                .write("Password", PASSWORD)
                .press("Sign in");
        ana.page().waitForURL("**" + HERE + "*");
    }

    private Member joined(Community community, mainline.kernel.PersonId person) {
        communities.join(community.id(), person);
        return new Member(community.id(), person);
    }

    private void merged(String path, String text) {
        Change change = proposals.propose(
                other,
                new Proposal(path, handbook.head(steward.community()), text, "Say " + path, "Asked for", "", null));
        reviews.approve(steward, change.subject(), 1, "");
        reviews.merge(steward, change.subject());
    }

    @Test
    @Order(1)
    void a_typo_is_mended_on_a_phone() {
        pictures.take(ana, "edit", HERE + "/handbook/tea?edit");
        ana.page().setViewportSize(390, 844);
        ana.go(HERE + "/handbook/tea").follow("Edit this page");
        ana.write("Text", TEA.replace("fuor", "four")).write("Why", "A typo").press("Send the change");
        ana.waitFor("Your change is open for review");
        pictures.take(ana, "edit-proposed", HERE + "/changes/2");
        ana.page().setViewportSize(1280, 900);
        ana.go(HERE + "/handbook/tea?edit").write("Text", "# Tea\n\nSee *this*.");
        ana.page().locator(".preview em").waitFor();
        pictures.shoot(ana, "edit-preview");
        ana.waitFor("Kept just now. You can go on with it on any device.");
        assertThat(ana.page().evaluate("Object.values(localStorage).some(kept => kept.includes('See *this*'))"))
                .as("kept once, where it is offered once")
                .isEqualTo(false);
        ana.closeTab().go(HERE + "/handbook/tea?edit").waitFor("You go on with what you wrote here");
        assertThat(ana.field("Text").inputValue())
                .as("a closed tab loses nothing")
                .isEqualTo("# Tea\n\nSee *this*.\n");
        ana.press("Throw it away");
        assertThat(pictures.faults()).isEmpty();
        assertThat(ana.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void several_files_are_prepared() throws IOException {
        ana.go(HERE + "/changes");
        pictures.shoot(ana, "prepare-begin");
        ana.press("Change several pages at once");
        ana.page().waitForURL("**/workspaces/*");
        String workspace = ana.path();
        pictures.take(ana, "workspace-empty", workspace);
        ana.go(workspace + "/file?path=tea.md")
                .write("Text", TEA.replace("Milk", "Oat milk"))
                .press("Keep it");
        ana.waitFor("It is kept");
        ana.go(workspace + "/file")
                .write("Title of the page", ARABIC)
                .write("Text", ARABIC + "\n\n".repeat(2) + ARABIC)
                .press("Keep it");
        ana.waitFor("It is kept");
        pictures.take(ana, "workspace-move", workspace + "/move?path=README.md");
        ana.write("New name of the file", "front").press("Move");
        ana.waitFor("It is kept");
        pictures.take(ana, "workspace-remove", workspace + "/removal?path=front.md");
        pictures.take(ana, "workspace-upload", workspace + "/picture?page=tea.md");
        ana.page().setViewportSize(1280, 900);
        ana.go(workspace + "/picture?page=tea.md");
        ana.page()
                .getByLabel("Picture", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .setInputFiles(picture());
        ana.write("What it shows", "The harbour at four").press("Upload it");
        ana.page().locator(".preview img").waitFor();
        pictures.shoot(ana, "workspace-file");
        assertThat((Number) ana.page().evaluate("document.querySelector('.preview img').naturalWidth"))
                .isEqualTo(1200);
        pictures.take(ana, "workspace", workspace);
        ana.go(workspace).write("Why", "Spring cleaning").press("Send the change");
        ana.waitFor("Your change is open for review");
        pictures.take(ana, "change-of-many", HERE + "/changes/3");
        pictures.take(ana, "change-of-many-lines", HERE + "/changes/3?view=source");
        assertThat(pictures.faults()).isEmpty();
        assertThat(ana.complaints()).isEmpty();
    }

    private static Path picture() throws IOException {
        BufferedImage image = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x88bbdd), 0, 700, new Color(0xffddaa)));
        pen.fillRect(0, 0, 1200, 700);
        pen.setColor(new Color(0x224455));
        pen.fillOval(450, 200, 300, 300);
        pen.dispose();
        Path file = Files.createTempFile("harbour", ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    @Order(3)
    void what_contradicts_is_settled() {
        ana.go(HERE + "/handbook/tea?edit");
        merged("tea.md", TEA.replace("We sit outside", "We sit in the yard").replace("boils the", "fetches the"));
        ana.write("Text", TEA.replace("We sit outside", "We sit inside").replace("boils the water", "makes a fire"))
                .write("Why", "It rains")
                .press("Send the change");
        ana.waitFor("Two people changed the same lines: choose");
        pictures.take(ana, "conflict", ana.path());
        ana.press("Send the change").waitFor("left to choose");
        ana.page().locator("input[value=mine]").first().check();
        ana.page().locator("input[value=own]").last().check();
        ana.page().locator("fieldset textarea").last().fill("Whoever comes first is thanked.");
        pictures.shoot(ana, "conflict-own");
        ana.press("Send the change").waitFor("Your change is open for review");
        pictures.take(ana, "conflict-settled", ana.path());
        assertThat(pictures.faults()).isEmpty();
        assertThat(ana.complaints()).isEmpty();
    }
}
