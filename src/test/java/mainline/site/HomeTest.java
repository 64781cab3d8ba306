package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.Promise;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.PersonId;
import mainline.mission.Founding;
import mainline.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A community's home: for members what is new since they were here, and an act always at hand. */
@MainlineTest
class HomeTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final Efforts efforts;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private Village village;
    private String home;
    private Browser iris;
    private PersonId irisId;

    HomeTest(People people, Founding founding, Communities communities, Ideas ideas, Efforts efforts, TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.efforts = efforts;
        this.clock = clock;
    }

    @BeforeEach
    void a_member_who_looks_in() {
        clock.reset();
        if (!people.isSetUp()) people.create("Olga Operator", "olga@example.org", PASSWORD);
        village = new Village(people, founding, communities, ideas);
        home = "/" + village.community.slug();
        String mail = "iris-of-" + village.community.slug() + "@example.org";
        irisId = people.create("Iris", mail, PASSWORD).id();
        communities.join(village.community.id(), irisId);
        iris = new Browser(port).signIn(mail, PASSWORD);
    }

    private void publishes(mainline.community.Member by, String title) {
        ideas.publish(by, new Wording(title, "Because.", 1, ""));
    }

    private String moved(Browser browser) {
        return browser.get(home).page().select("aside.panel").text();
    }

    @Test
    void what_others_did_since_the_last_visit_is_told_once_for_each_thing() {
        assertThat(moved(iris)).doesNotContain("Since you were here");
        clock.advance(Duration.ofHours(5));
        publishes(village.ben, "Lamps for the pier");
        publishes(new mainline.community.Member(village.community.id(), irisId), "An idea of my own");
        assertThat(moved(iris))
                .contains("Since you were here", "Lamps for the pier")
                .doesNotContain("An idea of my own");
        clock.advance(Duration.ofMinutes(30));
        assertThat(moved(iris)).as("still the same visit").contains("Lamps for the pier");
        clock.advance(Duration.ofHours(5));
        assertThat(moved(iris)).contains("Nothing since you were here", "Lamps for the pier");
    }

    @Test
    void several_acts_about_one_thing_are_one_line() {
        moved(iris);
        clock.advance(Duration.ofHours(5));
        var idea = ideas.publish(village.ben, new Wording("Bench by the tree", "Because.", 1, ""));
        ideas.withdraw(village.ben, idea.subject(), "Too late for this year.");
        iris.get(home);
        assertThat(iris.page().select("aside.panel .log > li").eachText())
                .filteredOn(line -> line.contains("Bench by the tree"))
                .hasSize(1)
                .first()
                .asString()
                .contains("one thing more");
    }

    @Test
    void members_have_an_idea_at_hand_and_the_loop_in_one_line_and_onlookers_the_picture() {
        iris.get(home);
        assertThat(iris.page().select(".standing a").attr("href")).isEqualTo(home + "/ideas/new");
        assertThat(iris.page().select("nav.loopline li")).hasSize(8);
        Browser onlooker = new Browser(port).get(home);
        assertThat(onlooker.page().select(".standing, .loopline")).isEmpty();
        assertThat(onlooker.page().select("figure.loop li")).hasSize(8);
        assertThat(onlooker.text()).doesNotContain("you were here");
    }

    @Test
    void what_is_ones_own_stands_on_ones_own_page_with_the_nearest_day_first() {
        assertThat(iris.get("/me").text()).contains("What is yours", "Nothing yet");
        iris.get(home + "/ideas/new")
                .submit(home + "/ideas", Map.of("title", "Lamps for the pier", "text", "Because.", "clause", "1"));
        String token =
                iris.get(home + "/ideas/new").page().select("input[name=_csrf]").attr("value");
        iris.post(home + "/ideas/drafts", Map.of("_csrf", token, "title", "Half a thought", "text", "It begins"));
        var bench = village.anIdeaNeeding(Map.of(EffortKind.DO, Hours.of(40)));
        var member = new mainline.community.Member(village.community.id(), irisId);
        LocalDate today = LocalDate.ofInstant(clock.instant(), village.community.zone());
        efforts.pledge(member, bench.subject(), new Promise(EffortKind.DO, Hours.of(2), today.plusDays(9)));
        efforts.pledge(member, bench.subject(), new Promise(EffortKind.TEST, Hours.of(3), today.plusDays(2)));
        iris.get("/me");
        assertThat(iris.page().select("h3").eachText()).contains("What you promised", "Your ideas");
        assertThat(iris.text()).contains("Lamps for the pier", "Half a thought", "Not published");
        var promised =
                iris.page().select("section[aria-labelledby$=-pledge] li").eachText();
        assertThat(promised).hasSize(2);
        assertThat(promised.getFirst()).contains("3 h to try it out").contains("move it or take it back");
        clock.advance(Duration.ofDays(4));
        assertThat(iris.get("/me").text()).contains("that day has passed");
    }
}
