package mainline.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.chain.Chain;
import mainline.chain.Step;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Subject;
import mainline.mission.Drift;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Editing one page and proposing it, in a browser without scripts. */
@MainlineTest
class EditorTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HandbookExamples examples;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Chain chain;
    private final Drift drift;
    private final Workspaces workspaces;
    private final WorkspaceEdits edits;
    private final JdbcClient db;
    private Founded harbour;
    private Browser joaquin;
    private String home;

    @LocalServerPort
    private int port;

    EditorTest(
            HandbookExamples examples,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            People people,
            Founding founding,
            Communities communities,
            Chain chain,
            Drift drift,
            Workspaces workspaces,
            WorkspaceEdits edits,
            JdbcClient db) {
        this.examples = examples;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.chain = chain;
        this.drift = drift;
        this.workspaces = workspaces;
        this.edits = edits;
        this.db = db;
    }

    @BeforeEach
    void a_community() {
        db.sql("delete from rate_limit").update();
        int n = NEXT.incrementAndGet();
        var founder = people.bring("Amara Okafor", "amara-editor" + n + "@example.org");
        Community community = founding.found("Quay " + n, "quay-" + n, "UTC", "We finish something.", founder.id());
        harbour = new Founded(community, new Member(community.id(), founder.id()));
        examples.aMember(harbour, "Third");
        home = "/" + community.slug();
        String mail = "editor" + n + "@example.org";
        communities.join(
                community.id(), people.create("Joaquín Pérez", mail, PASSWORD).id());
        joaquin = new Browser(port)
                .get("/sign-in?then=/me")
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
    }

    private void merged(String path, String text) {
        Change change = proposals.propose(examples.aMember(harbour, "Ngozi"), examples.aPage(harbour, path, text));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
    }

    private Change change(long number) {
        return changes.find(harbour.community().id(), number).orElseThrow();
    }

    @Test
    void a_typo_is_mended_with_a_word_and_a_sentence() {
        merged("tea.md", "# Tea at fuor\n\nBring a cup.\n");
        joaquin.get(home + "/handbook/tea?edit");
        assertThat(joaquin.page().select("input[name=title]").val()).isEqualTo("Edit Tea at fuor");
        joaquin.submit(home + "/changes", Map.of("text", "# Tea at four\r\n\r\nBring a cup.\r\n", "why", "A typo"));
        assertThat(joaquin.text()).contains("Your change is open for review", "Edit Tea at fuor", "A typo");
        assertThat(joaquin.page().select("ins").text()).isEqualTo("added: four");
    }

    @Test
    void a_title_left_empty_is_filled_in() {
        joaquin.get(home + "/handbook?new")
                .submit(home + "/changes", Map.of("name", "Silent start", "text", "Read first.", "why", "Asked for"));
        assertThat(change(1).title()).isEqualTo("Add Silent start");
        merged("long.md", "# " + "Long ".repeat(60) + "\n");
        joaquin.get(home + "/handbook/long?edit")
                .submit(home + "/changes", Map.of("text", "# Long", "title", " ", "why", "x"));
        assertThat(joaquin.status()).isEqualTo(200);
        assertThat(change(3).title()).startsWith("Edit Long Long").hasSize(120);
    }

    @Test
    void a_change_that_names_a_clause_stands_behind_it_on_the_chain() {
        joaquin.get(home + "/handbook?new")
                .submit(home + "/changes", Map.of("name", "A", "text", "a", "why", "w", "clause", "1"));
        assertThat(joaquin.page().select("a[href$=mission#M1]").text()).contains("part of our mission: “");
        Subject subject = change(1).subject();
        assertThat(chain.at(subject, Step.CLAUSE).orElseThrow().path()).isEqualTo("mission#M1");
        joaquin.get(home + "/handbook?new")
                .submit(home + "/changes", Map.of("name", "B", "text", "b", "why", "w", "clause", ""));
        assertThat(drift.adrift(harbour.community().id(), 0, 10).items())
                .extracting(node -> node.subject().number())
                .containsExactly(2L);
        joaquin.get(home + "/changes/1/edit")
                .submit(home + "/changes/1/versions", Map.of("text", "# A\n\nmore", "clause", ""));
        assertThat(chain.at(subject, Step.CLAUSE)).isEmpty();
        joaquin.get(home + "/handbook?new")
                .submit(home + "/changes", Map.of("name", "C", "text", "c", "why", "w", "clause", "7"));
        assertThat(joaquin.status()).isEqualTo(422);
        assertThat(joaquin.page().select("#f-clause-problem").text()).contains("no such part");
    }

    @Test
    void a_text_is_shown_as_its_page_while_it_is_written() {
        joaquin.get(home + "/handbook?new");
        String token = joaquin.page().select("input[name=_csrf]").val();
        joaquin.post(
                home + "/changes/preview",
                Map.of(
                        "_csrf", token,
                        "path", "meetings/tea.md",
                        "text", "[Cups](cups.md) ![x](x.png) <script>alert(1)</script>"));
        assertThat(joaquin.page().select("a").attr("href")).isEqualTo(home + "/handbook/meetings/cups");
        assertThat(joaquin.page().select("img").attr("src")).isEqualTo(home + "/handbook/meetings/x.png");
        assertThat(joaquin.body()).doesNotContain("<script");
        assertThat(new Browser(port)
                        .post(home + "/changes/preview", Map.of("path", ""))
                        .status())
                .isEqualTo(403);
    }

    private static byte[] png() throws java.io.IOException {
        var image = new java.awt.image.BufferedImage(30, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var out = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void a_page_and_its_picture_are_proposed_together() throws java.io.IOException {
        merged("meetings/tea.md", "# Tea\n\nBring a cup.\n");
        joaquin.get(home + "/handbook/meetings/tea?edit")
                .submit(
                        home + "/changes",
                        Map.of("text", "# Tea\n\nBring two.\n", "why", "To see it", "keep", "picture"));
        String upload = joaquin.path();
        assertThat(upload).contains("/picture?page=meetings%2Ftea.md");
        String workspace = upload.replaceFirst("/picture.*", "");
        joaquin.upload(
                workspace + "/pictures",
                Map.of("name", "Two cups"),
                "picture",
                "x.png",
                "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(joaquin.status()).isEqualTo(422);
        assertThat(joaquin.page().select("#f-picture-problem").text()).contains("no PNG");
        assertThat(joaquin.page().select("input[name=name]").val()).isEqualTo("Two cups");
        joaquin.upload(workspace + "/pictures", Map.of("name", "Two cups"), "picture", "x.html", png());
        assertThat(joaquin.status()).isEqualTo(200);
        assertThat(joaquin.page().select("textarea[name=text]").text()).endsWith("![Two cups](two-cups.png)");
        joaquin.get(workspace);
        assertThat(joaquin.text()).contains("2 files", "meetings/two-cups.png", "meetings/tea.md");
        assertThat(new Browser(port).get(workspace).path()).contains("/join?community=");
        joaquin.submit(workspace + "/proposal", Map.of());
        assertThat(joaquin.text()).contains("Your change is open for review", "Edit Tea");
        assertThat(joaquin.page().select(".shots img").eachAttr("src"))
                .containsExactly(home + "/changes/2/versions/1/picture?path=meetings%2Ftwo-cups.png");
        String picture = home + "/changes/2/versions/1/picture?path=meetings/two-cups.png";
        Browser onlooker = new Browser(port).get(picture);
        assertThat(onlooker.status()).isEqualTo(200);
        assertThat(onlooker.header("Content-Type")).isEqualTo("image/png");
        assertThat(onlooker.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(onlooker.header("Content-Security-Policy")).contains("sandbox");
        assertThat(onlooker.get(picture + "&side=before").status()).isEqualTo(404);
        assertThat(onlooker.get(picture.replace("versions/1", "versions/9")).status())
                .isEqualTo(404);
        assertThat(onlooker.get(picture.replace("two-cups.png", "tea.md")).status())
                .isEqualTo(404);
    }

    @Test
    void pages_are_prepared_moved_and_deleted_without_scripts() {
        merged("tea.md", "# Tea\n\nAt four.\n");
        merged("cups.md", "# Cups\n\n" + "One of many lines.\n".repeat(9) + "\nBack to [tea](tea.md).\n");
        joaquin.get(home + "/changes").submit(home + "/workspaces", Map.of());
        String workspace = joaquin.path();
        joaquin.get(workspace + "/file?path=tea.md")
                .submit(workspace + "/files", Map.of("text", "# Tea\n\nNow with [cups](cups.md).\n"));
        assertThat(joaquin.text()).contains("It is kept", "One file", "edited");
        joaquin.get(workspace + "/move?path=cups.md");
        assertThat(joaquin.text()).contains("Turn the link of the page that leads here", "tea.md");
        joaquin.submit(workspace + "/moves", Map.of("name", "README"));
        assertThat(joaquin.status()).isEqualTo(422);
        joaquin.submit(workspace + "/moves", Map.of("name", "big cups", "folder", "things", "links", "yes"));
        assertThat(joaquin.text()).contains("moved", "cups.md → things/big cups.md", "2 files");
        joaquin.get(workspace + "/removal?path=README.md");
        assertThat(joaquin.text()).contains("It goes from the handbook");
        joaquin.submit(workspace + "/removals", Map.of());
        joaquin.get(workspace + "/file")
                .submit(workspace + "/files", Map.of("name", "Cake", "folder", "", "text", "Sweet."));
        assertThat(joaquin.text()).contains("4 files", "deleted", "new");
        Browser other = new Browser(port);
        assertThat(other.ask(workspace).status()).isEqualTo(303);
        joaquin.submit(workspace + "/proposal", Map.of("why", " "));
        assertThat(joaquin.status()).isEqualTo(422);
        joaquin.submit(workspace + "/proposal", Map.of("why", "Order"));
        assertThat(joaquin.text()).contains("and 3 more", "Order");
        assertThat(change(3).paths())
                .containsExactly("README.md", "cake.md", "cups.md", "tea.md", "things/big cups.md");
        assertThat(joaquin.get(workspace).status()).isEqualTo(404);
        joaquin.get(home + "/changes/3").submit(home + "/changes/3/workspace", Map.of());
        assertThat(joaquin.text()).contains("Your change 3, unsent", "4 files");
        String again = joaquin.path();
        joaquin.submit(again, Map.of());
        assertThat(joaquin.text()).contains("It is thrown away");
    }

    @Test
    void a_change_that_contradicts_the_handbook_now_leads_its_author_to_what_contradicts() {
        merged("page.md", "# Page\n\nOne\n");
        joaquin.get(home + "/handbook/page?edit")
                .submit(home + "/changes", Map.of("text", "# Page\n\nOne from me\n", "why", "w"));
        merged("page.md", "# Page\n\nOne from elsewhere\n");
        joaquin.get(home + "/changes/2");
        assertThat(joaquin.text()).contains("You and somebody else changed the same lines");
        joaquin.post(
                home + "/changes/2/workspace",
                Map.of(
                        "conflict",
                        "yes",
                        "_csrf",
                        joaquin.page().select("input[name=_csrf]").first().val()));
        String settle = joaquin.header("Location");
        joaquin.get(settle);
        assertThat(joaquin.page().select("fieldset .diff")).hasSize(2);
        String pick = joaquin.page().select("input[type=radio]").first().attr("name");
        joaquin.submit(settle, Map.of(pick, "theirs"));
        assertThat(joaquin.status()).as("nothing would be left of it").isEqualTo(422);
        assertThat(joaquin.page().select("input[value=theirs]").hasAttr("checked"))
                .isTrue();
        joaquin.submit(settle, Map.of(pick, "both"));
        assertThat(joaquin.text()).contains("The new version is there", "It fits the handbook as it is now");
    }

    @Test
    void somebody_elses_change_and_a_closed_one_open_no_workspace() {
        Change change = proposals.propose(harbour.steward(), examples.aPage(harbour, "a.md", "# A"));
        joaquin.get(home + "/changes/1");
        String token = joaquin.get(home + "/handbook?new")
                .page()
                .select("input[name=_csrf]")
                .val();
        assertThat(joaquin.post(home + "/changes/1/workspace", Map.of("_csrf", token))
                        .status())
                .isEqualTo(422);
        assertThat(joaquin.post(home + "/changes/9/workspace", Map.of("_csrf", token))
                        .status())
                .isEqualTo(404);
        proposals.withdraw(harbour.steward(), change.subject());
        assertThat(joaquin.post(home + "/changes/1/workspace", Map.of("_csrf", token))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_change_of_many_files_opens_the_first_and_names_all() {
        joaquin.get(home + "/changes").submit(home + "/workspaces", Map.of());
        String workspace = joaquin.path();
        Member member = new Member(
                harbour.community().id(),
                people.byHandle(joaquin.page().body().attr("data-me"))
                        .orElseThrow()
                        .id());
        long id = Long.parseLong(workspace.replaceFirst(".*/", ""));
        for (int n = 10; n < 35; n++) edits.add(member, id, "page-" + n + ".md", "# Page " + n + "\n");
        edits.move(member, id, "README.md", "front.md", true);
        joaquin.get(workspace);
        assertThat(joaquin.page().select(".files > li")).hasSize(26);
        joaquin.submit(workspace + "/proposal", Map.of("why", "Many"));
        assertThat(joaquin.text()).contains("All 27 files", "Moved: README.md → front.md", "and 24 more");
        assertThat(joaquin.page().select("[id^=file-]")).hasSize(9);
        joaquin.get(joaquin.page().select(".more a").attr("href").replaceFirst("#.*", ""));
        assertThat(joaquin.page().select("[id^=file-]")).hasSize(10);
        assertThat(joaquin.text()).doesNotContain("Moved: README.md");
        joaquin.get(joaquin.page().select(".more a").attr("href").replaceFirst("#.*", ""));
        assertThat(joaquin.page().select("[id^=file-]")).hasSize(7);
        assertThat(joaquin.page().select(".more a")).isEmpty();
        for (String odd : new String[] {"-1", "9999", "x"})
            assertThat(joaquin.get(home + "/changes/1?files=" + odd).status()).isIn(200, 400);
    }
}
