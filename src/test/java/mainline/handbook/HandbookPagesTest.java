package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.HandbookExamples.Founded;
import mainline.people.People;
import mainline.review.Reviews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The handbook in a browser without scripts. */
@MainlineTest
class HandbookPagesTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final HandbookExamples examples;
    private final Handbook handbook;
    private final Changes changes;
    private final Proposals proposals;
    private final Reviews reviews;
    private final People people;
    private final Communities communities;
    private final JdbcClient db;
    private Founded harbour;
    private String home;

    @LocalServerPort
    private int port;

    HandbookPagesTest(
            HandbookExamples examples,
            Handbook handbook,
            Changes changes,
            Proposals proposals,
            Reviews reviews,
            People people,
            Communities communities,
            JdbcClient db) {
        this.examples = examples;
        this.handbook = handbook;
        this.changes = changes;
        this.proposals = proposals;
        this.reviews = reviews;
        this.people = people;
        this.communities = communities;
        this.db = db;
    }

    @BeforeEach
    void a_community() {
        db.sql("delete from rate_limit").update();
        String mail = "founder" + NEXT.incrementAndGet() + "@example.org";
        var founder = people.create("Amara Okafor", mail, PASSWORD);
        var community = communities.found("Port " + NEXT.get(), "port-" + NEXT.get(), "UTC", founder.id());
        harbour = new Founded(community, new Member(community.id(), founder.id()));
        home = "/" + community.slug();
        examples.aMember(harbour, "Third");
        amara = signedIn(mail);
        String other = "writer" + NEXT.incrementAndGet() + "@example.org";
        var writer = people.create("Joaquín Pérez", other, PASSWORD);
        communities.join(community.id(), writer.id());
        joaquin = signedIn(other);
    }

    private Browser amara;
    private Browser joaquin;

    private Browser signedIn(String mail) {
        return new Browser(port)
                .get("/sign-in?then=/me")
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
    }

    private Browser onlooker() {
        return new Browser(port);
    }

    private void merged(String path, String text) {
        Member author = examples.aMember(harbour, "Ngozi");
        Change change = proposals.propose(author, examples.aPage(harbour, path, text));
        reviews.approve(harbour.steward(), change.subject(), 1, "");
        reviews.merge(harbour.steward(), change.subject());
    }

    @Test
    void a_member_writes_a_page_and_a_steward_merges_it() {
        joaquin.get(home + "/handbook?new")
                .submit(
                        home + "/changes",
                        Map.of(
                                "name", "Silent start",
                                "folder", "meetings",
                                "text", "Read first, then <script>alert(1)</script> talk.",
                                "title", "Say how we start",
                                "why", "Newcomers asked"));
        assertThat(joaquin.status()).isEqualTo(200);
        assertThat(joaquin.path()).isEqualTo(home + "/changes/1");
        assertThat(joaquin.text())
                .contains("Your change is open for review", "Say how we start", "you cannot agree to it");
        assertThat(joaquin.page().select(".diff h2").text()).isEqualTo("Silent start");
        amara.get(home + "/changes");
        assertThat(amara.text()).contains("Waits for you");
        amara.get(home + "/changes/1").submit(home + "/changes/1/approvals", Map.of());
        amara.submit(home + "/changes/1/merge", Map.of());
        assertThat(amara.page().select(".notice a").text()).isEqualTo("Read the page");
        assertThat(amara.text()).contains("The change is in the handbook");
        Browser reader = onlooker().get(home + "/handbook/meetings/silent-start");
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.page().select("h1").text()).isEqualTo("Silent start");
        assertThat(reader.page().select("main script, .prose script")).isEmpty();
        assertThat(reader.text()).contains("Joaquín Pérez", "Change 1");
        assertThat(onlooker().get(home + "/handbook").text()).contains("meetings", "git clone");
        assertThat(onlooker().get(home + "/handbook/meetings").text()).contains("Silent start");
    }

    @Test
    void a_concern_holds_a_change_until_it_is_settled_and_a_merged_one_is_taken_back() {
        joaquin.get(home + "/handbook?new")
                .submit(
                        home + "/changes",
                        Map.of("name", "Tea", "text", "Tea at four.", "title", "Tea", "why", "Thirst"));
        Browser third = signedIn(aMemberWithAMail());
        third.get(home + "/changes/1").submit(home + "/changes/1/endorsements", Map.of());
        assertThat(third.text()).contains("It is noted that you like it", "Somebody who did not write it likes it");
        third.submit(home + "/changes/1/concerns", Map.of("reason", " "));
        assertThat(third.status()).isEqualTo(422);
        third.submit(home + "/changes/1/concerns", Map.of("reason", "Four is <b>late</b>."));
        assertThat(third.text()).contains("Your concern is noted", "Four is <b>late</b>.", "A concern is open: Lena");
        amara.get(home + "/changes/1").submit(home + "/changes/1/approvals", Map.of());
        assertThat(amara.page().select("form[action$=/merge], form[action$=/resolution]"))
                .isEmpty();
        assertThat(amara.page().select("a[href*=about=CHANGE-1]")).hasSize(1);
        third.get(home + "/changes/1").submit(home + "/changes/1/concerns/1/resolution", Map.of());
        assertThat(third.text()).contains("No concern is open");
        amara.get(home + "/changes/1").submit(home + "/changes/1/merge", Map.of());
        assertThat(third.get(home + "/changes/1").page().select("a[href=" + home + "/changes/1/reversal]"))
                .hasSize(1);
        third.get(home + "/changes/1/reversal").submit(home + "/changes/1/reversal", Map.of("why", " "));
        assertThat(third.status()).as("nothing is taken back without a reason").isEqualTo(422);
        third.submit(home + "/changes/1/reversal", Map.of("why", "It was too early."));
        assertThat(third.path()).isEqualTo(home + "/changes/2");
        assertThat(third.text()).contains("Take back: Tea", "It was too early.", "Tea at four.");
        third.get(home + "/record");
        assertThat(third.text()).contains("raised a concern about the change", "likes the change");
    }

    private String aMemberWithAMail() {
        String mail = "third" + NEXT.incrementAndGet() + "@example.org";
        communities.join(
                harbour.community().id(),
                people.create("Lena Vogt", mail, PASSWORD).id());
        return mail;
    }

    @Test
    void nothing_typed_is_lost_when_the_page_moved_on() {
        merged("page.md", "# Page\n\nOne\n");
        joaquin.get(home + "/handbook/page?edit");
        merged("page.md", "# Page\n\nOne from elsewhere\n");
        Map<String, String> typed = Map.of(
                "text", "# Page\n\nOne from me\n", "title", "Mine", "why", "Because", "interest", "None to speak of");
        joaquin.submit(home + "/changes", typed);
        assertThat(joaquin.path()).endsWith("/conflict");
        assertThat(joaquin.text()).contains("Two people changed the same lines: choose", "from elsewhere", "from me");
        String settle = joaquin.path();
        joaquin.submit(settle, Map.of());
        assertThat(joaquin.status()).isEqualTo(422);
        String pick = joaquin.page().select("input[type=radio]").first().attr("name");
        joaquin.submit(settle, Map.of(pick, "own", pick.replace("pick.", "own."), "One from both"));
        assertThat(joaquin.status()).isEqualTo(200);
        assertThat(joaquin.text()).contains("One from", "both", "gains from it:");
    }

    @Test
    void every_version_of_a_page_can_be_read() {
        merged("page.md", "# Page\n\nOne\n");
        merged("page.md", "# Page\n\nTwo\n");
        Browser reader = onlooker().get(home + "/handbook/page?history");
        assertThat(reader.page().select(".log > li")).hasSize(2);
        String old =
                reader.page().select(".log > li").last().select("a[href*=at=]").attr("href");
        assertThat(onlooker().get(old).page().select(".prose").text()).isEqualTo("One");
        String diff = reader.page()
                .select(".log > li")
                .first()
                .select("a[href*=diff=]")
                .attr("href");
        Browser shown = onlooker().get(diff);
        assertThat(shown.page().select("del").text()).isNotEmpty();
        assertThat(shown.page().select("ins").text()).contains("Two");
        assertThat(onlooker().get(home + "/handbook/page?at=" + "a".repeat(40)).status())
                .isEqualTo(404);
        assertThat(onlooker().get(home + "/handbook/page?diff=HEAD").status()).isEqualTo(404);
        assertThat(onlooker()
                        .get(home + "/changes/1?view=source")
                        .page()
                        .select(".code.plus ins")
                        .text())
                .contains("# Page");
        merged("page.md", "# Page\n\nThree\n");
        var all = onlooker()
                .get(home + "/handbook/page?history")
                .page()
                .select("input[name=diff]")
                .eachAttr("value");
        Browser between = onlooker().get(home + "/handbook/page?against=" + all.getFirst() + "&diff=" + all.getLast());
        assertThat(between.page().select("ins").text())
                .as("whichever is named first")
                .contains("Three");
        assertThat(between.page().select("del").text()).contains("One");
        assertThat(onlooker()
                        .get(home + "/handbook/page?diff=" + all.getFirst() + "&against=x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void versions_of_a_change_stand_side_by_side() {
        Member author = examples.aMember(harbour, "Ngozi");
        Change change = proposals.propose(author, examples.aPage(harbour, "page.md", "# Page\n\nOne\n"));
        proposals.revise(author, change.subject(), 1, examples.aPage(harbour, "page.md", "# Page\n\nTwo\n"));
        Browser reader = onlooker().get(home + "/changes/1");
        assertThat(reader.page().select(".diff h2").text())
                .as("a new page as it is read")
                .isEqualTo("Page");
        assertThat(reader.page().select(".diff p").text()).isEqualTo("Two");
        reader.get(home + "/changes/1?version=1");
        assertThat(reader.page().select(".diff p").text()).isEqualTo("One");
        assertThat(reader.text()).contains("This is version 1, not the newest");
        reader.get(home + "/changes/1?version=2&since=1");
        assertThat(reader.page().select("ins").text()).contains("Two").doesNotContain("Page");
        assertThat(reader.page().select("del").text()).contains("One");
        reader.get(home + "/changes/1?view=source&version=2&since=1");
        assertThat(reader.page().select(".code.minus del").text()).contains("One");
        assertThat(reader.page().select(".code.plus ins").text()).contains("Two");
        for (String odd : new String[] {"version=3", "version=-1", "version=1&since=1", "since=2", "version=x"})
            assertThat(reader.get(home + "/changes/1?" + odd).status()).as(odd).isIn(400, 404);
    }

    @Test
    void the_whole_book_is_printed_page_after_page() {
        merged("b/second.md", "# Second\n\n## Part\n\nText two");
        merged("b/index.md", "# About b\n\n## Part\n\nText one");
        Browser reader = onlooker().get(home + "/handbook?print");
        assertThat(reader.page().select(".leaf > h2").eachText())
                .endsWith("About b", "Second")
                .hasSize(3);
        assertThat(reader.page().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(onlooker().get(home + "/handbook/b?print").page().select(".leaf"))
                .hasSize(2);
        assertThat(onlooker().get(home + "/handbook/nowhere?print").status()).isEqualTo(404);
    }

    @Test
    void hostile_addresses_find_nothing() {
        for (String path : new String[] {
            "/handbook/nothing",
            "/handbook/README.md/x",
            "/handbook/a%20b",
            "/handbook/%E2%80%AE",
            "/changes/99",
            "/changes/1/edit"
        }) assertThat(joaquin.get(home + path).status()).as(path).isIn(400, 404);
        assertThat(onlooker().ask(home + "/handbook/README?edit").status()).isEqualTo(303);
        assertThat(onlooker().ask(home + "/handbook?new").status()).isEqualTo(303);
        assertThat(onlooker().get(home + "/handbook/README.md").path()).isEqualTo(home + "/handbook/README");
    }

    @Test
    void a_preview_shows_the_text_and_keeps_the_form() {
        joaquin.get(home + "/handbook/README?edit")
                .submit(home + "/changes", Map.of("text", "# Changed\n\nMuch *better*", "preview", "yes"));
        assertThat(joaquin.page().select("section.panel .prose em").text()).isEqualTo("better");
        assertThat(joaquin.page().select("textarea[name=text]").text()).contains("Much *better*");
        assertThat(changes.open(harbour.community().id(), 0, 10).items()).isEmpty();
    }
}
