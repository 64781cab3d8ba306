package mainline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.handbook.HandbookExamples;
import mainline.handbook.HandbookExamples.Founded;
import mainline.people.People;
import mainline.remarks.Remark;
import mainline.remarks.Remarks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gate as people see it: emergencies, words that are meant, a file that does not count. */
@MainlineTest
class GatePagesTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String PASSWORD = "a harbour at low tide";

    private final HandbookExamples examples;
    private final Proposals proposals;
    private final Reviews reviews;
    private final Remarks remarks;
    private final People people;
    private final Communities communities;
    private final JdbcClient sql;

    @LocalServerPort
    private int port;

    private Founded harbour;
    private String home;
    private Member ngozi;
    private Member joaquin;
    private Browser amaras;
    private Browser ngozis;
    private Browser joaquins;
    private Browser tomases;

    GatePagesTest(
            HandbookExamples examples,
            Proposals proposals,
            Reviews reviews,
            Remarks remarks,
            People people,
            Communities communities,
            JdbcClient sql) {
        this.examples = examples;
        this.proposals = proposals;
        this.reviews = reviews;
        this.remarks = remarks;
        this.people = people;
        this.communities = communities;
        this.sql = sql;
    }

    @BeforeEach
    void a_community_with_three_stewards() {
        sql.sql("delete from rate_limit").update();
        int n = NEXT.incrementAndGet();
        var founder = people.create("Amara Okafor", "gate-amara-" + n + "@example.org", PASSWORD);
        var community = communities.found("Gate " + n, "gate-" + n, "UTC", founder.id());
        harbour = new Founded(community, new Member(community.id(), founder.id()));
        home = "/gate-" + n;
        ngozi = member("Ngozi", "gate-ngozi-" + n + "@example.org");
        joaquin = member("Joaquín", "gate-joaquin-" + n + "@example.org");
        Member tomas = member("Tomás", "gate-tomas-" + n + "@example.org");
        examples.stewards(harbour.steward(), """
                areas:
                  - path: /
                    stewards: [%s, %s, %s]
                    rules: {cooling: 2 days}
                """.formatted(
                        examples.handle(harbour.steward()), examples.handle(ngozi), examples.handle(tomas)));
        amaras = signedIn("gate-amara-" + n + "@example.org");
        ngozis = signedIn("gate-ngozi-" + n + "@example.org");
        joaquins = signedIn("gate-joaquin-" + n + "@example.org");
        tomases = signedIn("gate-tomas-" + n + "@example.org");
    }

    private Member member(String name, String mail) {
        var person = people.create(name, mail, PASSWORD);
        communities.join(harbour.community().id(), person.id());
        return new Member(harbour.community().id(), person.id());
    }

    private Browser signedIn(String mail) {
        return new Browser(port)
                .get("/sign-in?then=/me")
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
    }

    @Test
    void two_stewards_merge_what_cannot_wait_and_a_third_looks_at_it() {
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "pier.md", "# Pier\n\nClosed.\n"));
        String page = home + "/" + change.path();
        assertThat(amaras.get(page).text())
                .contains("It stays open for everybody to see", "Urgent: skip the waiting time");
        assertThat(joaquins.get(page).text()).doesNotContain("Urgent: skip the waiting time");
        amaras.get(page + "/emergency").submit(page + "/emergency", Map.of("reason", " "));
        assertThat(amaras.status()).isEqualTo(422);
        amaras.submit(page + "/emergency", Map.of("reason", "The pier fell in."));
        assertThat(amaras.text()).contains("A steward says that it is urgent", "The pier fell in.");
        ngozis.get(page + "/emergency").submit(page + "/emergency", Map.of("reason", "I saw it."));
        assertThat(ngozis.text()).contains("Put in as urgent", "the waiting time", "I saw it.");
        assertThat(new Browser(port).get(home + "/changes/emergencies").text()).contains("Say pier.md");
        assertThat(ngozis.get(page).text()).doesNotContain("I have looked at it");
        tomases.get(page).submit(page + "/emergency/review", Map.of("note", "Rightly so."));
        assertThat(tomases.text()).contains("Looked at afterwards by", "Tomás", "Rightly so.");
        assertThat(new Browser(port).get(home + "/changes/emergencies").text())
                .contains("Nothing waits to be looked at");
        assertThat(new Browser(port).get(home + "/record").text()).contains("The pier fell in. / I saw it.");
    }

    @Test
    void what_a_new_version_makes_fall_is_said_beside_its_button() {
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "a.md", "# A\n\nOne\n"));
        String page = home + "/" + change.path();
        String falls = "will have to look again at the changed text";
        assertThat(joaquins.get(page + "/edit").text()).doesNotContain(falls);
        Member amara = harbour.steward();
        reviews.approve(amara, change.subject(), 1, "");
        reviews.endorse(ngozi, change.subject(), 1);
        assertThat(joaquins.get(page + "/edit").text()).contains("2 members and stewards " + falls);
        assertThat(joaquins.get(page).submit(page + "/workspace", Map.of()).text())
                .contains("2 members and stewards " + falls);
        remarks.make(amara, change.subject(), suggestion("One, better"));
        assertThat(joaquins.get(page).text())
                .as("hers stands, as the words are hers")
                .contains("One member or steward " + falls);
        remarks.make(ngozi, change.subject(), suggestion("One, best"));
        assertThat(joaquins.get(page).page().select("#suggestions").text()).contains("2 members and stewards " + falls);
        assertThat(ngozis.get(page).text()).doesNotContain(falls);
    }

    private static Remark.Draft suggestion(String wording) {
        return new Remark.Draft(new Remark.Anchor(1, false, "a.md", 3, 3, ""), "", "So?", wording, false);
    }

    @Test
    void the_author_says_that_a_word_is_meant() {
        examples.put(harbour.steward(), "glossary.md", "# Glossary\n\n- **Steward**: who oversees\n");
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "a.md", "# A\n\nAsk a stewrad.\n"));
        String page = home + "/" + change.path();
        assertThat(amaras.get(page).text()).contains("“stewrad” in a.md").doesNotContain("Meant as it stands?");
        joaquins.get(page).submit(page + "/words", Map.of());
        assertThat(joaquins.text()).doesNotContain("Meant as it stands?").doesNotContain("“stewrad” in a.md is");
    }

    @Test
    void the_page_of_stewards_says_why_the_present_file_does_not_count() {
        examples.overseeing(ngozi, "meetings");
        examples.stewards(harbour.steward(), "areas:\n  - path: /\n    stewrads: []\n");
        assertThat(new Browser(port).get(home + "/stewards").text())
                .contains("does not count", "Line 3:", "stewrads is no key", "Amara Okafor")
                .containsPattern("the last good one counts, that of \\w+, \\w+ \\d+, \\d{4}");
    }

    @Test
    void the_file_of_stewards_is_edited_and_reviewed_like_a_page() {
        joaquins.get(home + "/handbook/STEWARDS.yml?edit");
        String text = joaquins.page().select("textarea[name=text]").first().wholeText();
        assertThat(text).contains("cooling: 2 days");
        joaquins.submit(home + "/changes", Map.of("text", text.replace("2 days", "soon"), "why", "Two days are long"));
        assertThat(joaquins.text())
                .contains("STEWARDS.yml would not count, line 4", "cooling: soon")
                .doesNotContain("All links work");
        assertThat(new Browser(port).get(home + "/handbook/STEWARDS.yml").text())
                .contains("Amara Okafor");
    }

    private static List<String> links(Browser browser) {
        return browser.page().select("a[href]").eachAttr("href");
    }

    @Test
    void a_change_that_adds_pages_leads_to_them_as_they_will_be() {
        String text = "# Rota\n\nSee [the other](second.md), [start](README.md).\n";
        Change change = proposals.propose(joaquin, examples.aPage(harbour, "rota.md", text));
        String link = links(joaquins.get(home + "/" + change.path())).stream()
                .filter(address -> address.contains("/versions/1/page?path=rota.md"))
                .findFirst()
                .orElseThrow();
        assertThat(joaquins.get(link).text()).contains("Rota", "The page as version 1 of this change would have it");
        assertThat(joaquins.get(home + "/" + change.path() + "/versions/1/page?path=none.md")
                        .status())
                .isEqualTo(404);
        assertThat(links(joaquins.get(home + "/" + change.path())))
                .noneMatch(address -> address.endsWith("/handbook/rota"));
    }

    @Test
    void areas_that_hold_nothing_are_told_before_and_after() {
        String stewards =
                """
                areas:
                  - path: /
                    stewards: [%s, %s]
                  - path: /Meetings
                    stewards: [%s]
                """.formatted(examples.handle(harbour.steward()), examples.handle(ngozi), examples.handle(ngozi));
        examples.put(harbour.steward(), "meetings/may.md", "# May\n");
        Change change = proposals.propose(
                joaquin,
                new Proposal("STEWARDS.yml", "", stewards, "Name the meetings", "They need somebody", "", null));
        assertThat(joaquins.get(home + "/" + change.path()).text())
                .contains("STEWARDS.yml names /Meetings/**, which holds no file; there is /meetings.");
        examples.stewards(harbour.steward(), stewards);
        assertThat(joaquins.get(home + "/stewards").text())
                .contains("STEWARDS.yml names /Meetings/**, which holds no file; there is /meetings.");
    }
}
