package mainline.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.people.People;
import mainline.pictures.Pictures;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is written in the editor of one page is kept on the server, with the pictures put into it. */
@MainlineTest
class KeptEditsTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String TEA = "# Tea at four\n\nBring a cup.\n";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HandbookExamples examples;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final People people;
    private final Communities communities;
    private final Workspaces workspaces;
    private final WorkspacePictures pictures;

    private Founded harbour;
    private Member writer;
    private Browser browser;
    private String home;

    @LocalServerPort
    private int port;

    KeptEditsTest(
            HandbookExamples examples,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            People people,
            Communities communities,
            Workspaces workspaces,
            WorkspacePictures pictures) {
        this.examples = examples;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.people = people;
        this.communities = communities;
        this.workspaces = workspaces;
        this.pictures = pictures;
    }

    @BeforeEach
    void somebody_edits_a_page() {
        harbour = examples.aCommunity();
        String mail = "keeps" + NEXT.incrementAndGet() + "@example.org";
        writer = new Member(
                harbour.community().id(),
                people.create("Joaquín Pérez", mail, PASSWORD).id());
        communities.join(writer.community(), writer.person());
        Change change = proposals.propose(examples.aMember(harbour, "Ngozi"), examples.aPage(harbour, "tea.md", TEA));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
        home = harbour.community().path("");
        browser = new Browser(port)
                .get("/sign-in?then=/me")
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD))
                .get(home + "/handbook/tea?edit");
    }

    private void keep(Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>();
        browser.page().select("form.editor [name]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("preview");
        fields.remove("keep");
        fields.putAll(typed);
        browser.post(home + "/changes/kept", fields);
    }

    private static byte[] drawn() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
        return file.toByteArray();
    }

    @Test
    void what_was_typed_stands_in_the_editor_again_on_any_device_until_it_is_thrown_away() {
        keep(Map.of("text", "# Tea at five\n", "why", "It is later now"));
        assertThat(browser.text()).contains("Kept just now");
        browser.get(home + "/handbook/tea?edit");
        assertThat(browser.page().select("textarea[name=text]").text()).isEqualTo("# Tea at five");
        assertThat(browser.page().select("[name=why]").val()).isEqualTo("It is later now");
        assertThat(browser.text()).contains("You go on with what you wrote here");
        browser.submit(address(), Map.of("_method", "delete"));
        browser.get(home + "/handbook/tea?edit");
        assertThat(browser.page().select("textarea[name=text]").text()).contains("Bring a cup");
    }

    private String address() {
        return home + "/" + workspaces.of(writer).getFirst().path();
    }

    @Test
    void it_is_kept_once_however_often_somebody_pauses() {
        keep(Map.of("text", "# Tea at five\n"));
        browser.get(home + "/handbook/tea?edit");
        keep(Map.of("text", "# Tea at six\n"));
        assertThat(workspaces.of(writer)).hasSize(1);
        browser.get(home + "/handbook/tea?edit");
        browser.submit(home + "/changes", Map.of("text", "# Tea at six\n", "why", "Later"));
        assertThat(browser.text()).contains("Your change is open for review");
        assertThat(workspaces.of(writer)).isEmpty();
    }

    @Test
    void a_new_page_that_gets_another_name_is_not_kept_twice() {
        browser.get(home + "/handbook?new");
        keep(Map.of("name", "Cof", "text", "Beans."));
        browser.get(home + "/handbook?new");
        keep(Map.of("name", "Coffee", "text", "Beans and more.", "kept", "cof.md"));
        assertThat(workspaces.of(writer)).hasSize(1);
        assertThat(workspaces.ofPage(writer, null, "coffee.md")).isPresent();
        assertThat(workspaces.ofPage(writer, null, "cof.md")).isEmpty();
    }

    @Test
    void pictures_put_into_the_text_are_proposed_with_it() throws IOException {
        keep(Map.of("text", "# Tea at four\n\nBring a cup.\n\n![A cup](a-cup.png)\n"));
        Workspace begun = workspaces.of(writer).getFirst();
        pictures.place(writer, begun.id(), "", "A cup", new Pictures.Clean(".png", drawn()));
        browser.get(home + "/handbook/tea?edit");
        browser.submit(home + "/changes", Map.of("why", "To see which cup"));
        assertThat(browser.text()).contains("Your change is open for review");
        long number = Long.parseLong(browser.path().replaceAll("^.*/changes/(\\d+).*$", "$1"));
        assertThat(changes.find(writer.community(), number).orElseThrow().paths())
                .isEqualTo(List.of("a-cup.png", "tea.md"));
        assertThat(workspaces.of(writer)).isEmpty();
    }

    @Test
    void what_cannot_be_kept_yet_is_not_said_to_be() {
        browser.get(home + "/handbook?new");
        keep(Map.of("text", "A page without a name."));
        assertThat(browser.text()).doesNotContain("Kept just now");
        assertThat(workspaces.of(writer)).isEmpty();
    }
}
