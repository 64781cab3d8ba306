package mainline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.chain.Chain;
import mainline.chain.Step;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.kernel.Subject;
import mainline.mission.Drift;
import mainline.mission.Founding;
import mainline.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Editing one page and proposing it, in a browser without scripts. */
@MainlineTest
@Import(HandbookExamples.class)
class EditorTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HandbookExamples examples;
    private final Changes changes;
    private final Reviews reviews;
    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Chain chain;
    private final Drift drift;
    private final JdbcClient db;
    private Founded harbour;
    private Browser joaquin;
    private String home;

    @LocalServerPort
    private int port;

    EditorTest(
            HandbookExamples examples,
            Changes changes,
            Reviews reviews,
            People people,
            Founding founding,
            Communities communities,
            Chain chain,
            Drift drift,
            JdbcClient db) {
        this.examples = examples;
        this.changes = changes;
        this.reviews = reviews;
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.chain = chain;
        this.drift = drift;
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
        Change change = changes.propose(examples.aMember(harbour, "Ngozi"), examples.aPage(harbour, path, text));
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
        assertThat(joaquin.page().select("a[href$=mission#M1]").text()).contains("serves M1");
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
        assertThat(joaquin.page().select("#f-clause-problem").text()).contains("no such clause");
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
}
