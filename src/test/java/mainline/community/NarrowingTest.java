package mainline.community;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.changes.Change;
import mainline.changes.Proposal;
import mainline.changes.Proposals;
import mainline.decisions.Decisions;
import mainline.decisions.Method;
import mainline.decisions.Purpose;
import mainline.decisions.Question;
import mainline.effort.NeededHours;
import mainline.handbook.Handbook;
import mainline.handbook.HandbookExamples;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.people.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists show a member what waits for them, what is theirs and what is new. */
@MainlineTest
class NarrowingTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final Ideas ideas;
    private final Decisions decisions;
    private final Proposals proposals;
    private final Handbook handbook;
    private final HandbookExamples examples;
    private final People people;
    private final Communities communities;
    private final TestClock clock;
    private final Village village;

    @LocalServerPort
    private int port;

    private String home;
    private Member nora;
    private Browser browser;

    NarrowingTest(
            Ideas ideas,
            Decisions decisions,
            Proposals proposals,
            Handbook handbook,
            HandbookExamples examples,
            People people,
            Communities communities,
            TestClock clock,
            Village village) {
        this.ideas = ideas;
        this.decisions = decisions;
        this.proposals = proposals;
        this.handbook = handbook;
        this.examples = examples;
        this.people = people;
        this.communities = communities;
        this.clock = clock;
        this.village = village;
    }

    @BeforeEach
    void nora_is_a_member() {
        home = "/" + village.community.slug();
        String mail = "nora-of" + home.substring(1) + "@example.org";
        nora = new Member(
                village.community.id(), people.create("Nora", mail, PASSWORD).id());
        communities.join(nora.community(), nora.person());
        browser = new Browser(port).signIn(mail, PASSWORD);
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private void idea(Member by, String title) {
        ideas.publish(by, new Wording(title, "Because it is missing.", 1, ""), new NeededHours(Map.of()));
    }

    private Change change(Member by, String path) {
        return proposals.propose(by, page(path, "# A page\n"));
    }

    private Proposal page(String path, String text) {
        return new Proposal(path + ".md", handbook.head(nora.community()), text, "Add " + path, "To know", "", null);
    }

    private List<String> titles(String list) {
        return browser.get(home + list).page().select("main h2 a").eachText();
    }

    @Test
    void what_is_mine() {
        idea(village.ada, "A bench");
        idea(nora, "A lamp");
        assertThat(titles("/ideas")).containsExactly("A lamp", "A bench");
        assertThat(titles("/ideas?only=mine")).containsExactly("A lamp");
        change(village.ben, "bench");
        change(nora, "lamp");
        assertThat(titles("/changes?only=mine")).containsExactly("Add lamp");
        assertThat(titles("/changes?state=merged&only=mine")).isEmpty();
        assertThat(browser.text()).contains("Nothing here is yours yet", "Show all");
    }

    @Test
    void what_is_mine_and_serves_one_part_of_the_mission() {
        idea(village.ada, "A fountain");
        idea(nora, "A bench");
        assertThat(titles("/ideas?only=mine&clause=1")).containsExactly("A bench");
        assertThat(chosen()).containsExactly("Mine", "M1");
        assertThat(titles("/ideas?only=mine&clause=2")).isEmpty();
        question("A bench?", new Purpose(1, "It mends a place."));
        question("A lamp?", new Purpose(0, ""));
        assertThat(decisionsOf("/decisions?only=mine&serves=0")).containsExactly("A lamp?");
        browser.get(browser.page().select(".filter a:contains(M1)").attr("href"));
        assertThat(browser.page().select("main h3 a").eachText()).containsExactly("A bench?");
        assertThat(chosen()).containsExactly("Mine", "M1");
        browser.get(browser.page().select(".filter a:contains(New)").attr("href"));
        assertThat(chosen()).containsExactly("New since I was here", "M1");
        browser.get(home + "/changes?only=mine")
                .get(browser.page().select(".tabs a").get(2).attr("href"));
        assertThat(chosen()).containsExactly("Mine");
    }

    private void question(String question, Purpose purpose) {
        Question asked =
                Question.of(question, Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofDays(2)));
        decisions.open(nora, asked.serving(purpose));
    }

    private List<String> chosen() {
        return browser.page().select(".filter [aria-current]").eachText();
    }

    @Test
    void what_came_since_i_was_here() {
        idea(village.ada, "A bench");
        browser.get(home);
        clock.advance(Duration.ofDays(2));
        idea(village.ada, "A fountain");
        browser.get(home);
        assertThat(titles("/ideas?only=new")).containsExactly("A fountain");
    }

    @Test
    void a_change_with_a_new_version_is_new_whatever_its_number() {
        Change bench = change(village.ben, "bench");
        change(village.ben, "lamp");
        browser.get(home);
        clock.advance(Duration.ofDays(2));
        proposals.revise(village.ben, bench.subject(), 1, page("bench", "# A page\n\nWith words.\n"));
        browser.get(home);
        assertThat(titles("/changes?only=new")).containsExactly("Add bench");
    }

    @Test
    void what_waits_for_me() {
        examples.stewards(
                village.ada,
                "areas: [{path: /, stewards: [" + examples.handle(nora) + "], rules: {endorsements: 1}}]\n");
        change(village.ben, "bench");
        change(nora, "lamp");
        assertThat(titles("/changes")).containsExactly("Add lamp", "Add bench");
        assertThat(titles("/changes?only=waiting")).containsExactly("Add bench");
        assertThat(browser.page().select(".bar a[href$=/waiting]").first().text())
                .isEqualTo("1");
    }

    private void question(Member by, String words) {
        decisions.open(
                by, Question.of(words, Method.SHOW_OF_HANDS, clock.instant().plus(Duration.ofDays(5))));
    }

    @Test
    void questions_too() {
        question(village.ada, "Shall the pier be lit?");
        question(nora, "Shall we meet on Mondays?");
        assertThat(decisionsOf("/decisions?only=mine")).containsExactly("Shall we meet on Mondays?");
        assertThat(decisionsOf("/decisions?only=waiting"))
                .containsExactlyInAnyOrder("Shall the pier be lit?", "Shall we meet on Mondays?");
        assertThat(decisionsOf("/decisions?only=new")).hasSize(2);
    }

    private List<String> decisionsOf(String list) {
        return browser.get(home + list).page().select("main h3 a").eachText();
    }

    @Test
    void strangers_are_not_offered_it_and_nonsense_is_not_found() {
        idea(village.ada, "A bench");
        Browser stranger = new Browser(port).get(home + "/ideas?only=mine");
        assertThat(stranger.page().select("main h2 a").eachText()).containsExactly("A bench");
        assertThat(stranger.page().select("main a[href*=only]")).isEmpty();
        assertThat(stranger.get(home + "/ideas?only=some").status()).isEqualTo(404);
    }
}
