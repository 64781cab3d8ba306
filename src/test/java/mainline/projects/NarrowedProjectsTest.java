package mainline.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.effort.EffortKind;
import mainline.effort.Efforts;
import mainline.effort.Hours;
import mainline.effort.NeededHours;
import mainline.effort.Promise;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.kernel.Subject;
import mainline.people.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The list of projects shows a member what waits for them, what they work on and what is new. */
@MainlineTest
class NarrowedProjectsTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final Ideas ideas;
    private final Efforts efforts;
    private final Conveners conveners;
    private final Tasks tasks;
    private final People people;
    private final Communities communities;
    private final TestClock clock;
    private final Village village;

    @LocalServerPort
    private int port;

    private String home;
    private String list;
    private Member nora;
    private Browser browser;

    NarrowedProjectsTest(
            Ideas ideas,
            Efforts efforts,
            Conveners conveners,
            Tasks tasks,
            People people,
            Communities communities,
            TestClock clock,
            Village village) {
        this.ideas = ideas;
        this.efforts = efforts;
        this.conveners = conveners;
        this.tasks = tasks;
        this.people = people;
        this.communities = communities;
        this.clock = clock;
        this.village = village;
    }

    @BeforeEach
    void nora_is_a_member() {
        home = "/" + village.community.slug();
        list = home + "/projects";
        String mail = "nora-at-" + village.community.slug() + "@example.org";
        nora = new Member(
                village.community.id(), people.create("Nora", mail, PASSWORD).id());
        communities.join(nora.community(), nora.person());
        browser = new Browser(port).signIn(mail, PASSWORD);
    }

    @AfterEach
    void the_clock_stands_again() {
        clock.reset();
    }

    private Idea idea(String title) {
        return ideas.publish(
                village.ada,
                new Wording(title, "Because it is missing.", 1, ""),
                new NeededHours(Map.of(EffortKind.DO, Hours.of(2))));
    }

    private void promise(Member by, Idea idea, int hours) {
        efforts.pledge(by, idea.subject(), new Promise(EffortKind.DO, Hours.of(hours), LocalDate.of(2026, 5, 4)));
    }

    /** It begins since these have promised all that it needs, an equal part each; the first is asked to convene it. */
    private Subject project(String title, Member... promising) {
        Idea idea = idea(title);
        for (Member each : promising) promise(each, idea, 2 / promising.length);
        return ((Idea.Adopted) ideas.get(idea.subject()).state()).project();
    }

    private List<String> titles(String which) {
        return browser.get(list + which).page().select("main h2 a").eachText();
    }

    @Test
    void mine_is_what_i_convene_have_a_task_of_or_promised_something_to() {
        project("A bench", village.ben);
        project("A lamp", village.ben, nora);
        Subject fountain = project("A fountain", village.ben);
        conveners.take(village.ben, fountain);
        Task found = tasks.add(village.ben, fountain, "Find the spring");
        Task free = tasks.add(village.ben, fountain, "Dig");
        tasks.claim(nora, found.subject());
        Subject swing = project("A swing", village.cleo);
        conveners.take(village.cleo, swing);
        conveners.handOver(village.cleo, swing, "@" + people.get(nora.person()).handle());
        conveners.take(nora, swing);
        assertThat(titles("")).containsExactly("A swing", "A fountain", "A lamp", "A bench");
        assertThat(titles("?only=mine")).containsExactly("A swing", "A fountain", "A lamp");

        tasks.release(nora, found.subject());
        tasks.claim(village.dov, free.subject());
        assertThat(titles("?only=mine")).containsExactly("A swing", "A lamp");
    }

    @Test
    void what_waits_for_me_is_where_my_answer_is_wanted() {
        project("A bench", village.ben);
        project("A lamp", nora);
        assertThat(titles("?only=waiting")).containsExactly("A lamp");
    }

    @Test
    void what_began_since_i_was_here() {
        project("A bench", village.ben);
        browser.get(home);
        clock.advance(Duration.ofDays(2));
        project("A fountain", village.ben);
        browser.get(home);
        assertThat(titles("?only=new")).containsExactly("A fountain");
    }

    @Test
    void where_nothing_concerns_me_i_am_led_to_all() {
        project("A bench", village.ben);
        assertThat(titles("?only=mine")).isEmpty();
        assertThat(browser.text()).contains("Nothing here is yours yet", "Show all");
    }

    @Test
    void further_pages_of_mine_are_mine_too() {
        for (int n = 1; n <= 31; n++) project("Lamp " + n, nora);
        project("A bench", village.ben);
        assertThat(titles("?only=mine")).hasSize(30).doesNotContain("A bench");
        String more = browser.page().select("main a[href*=before]").attr("href");
        assertThat(browser.get(more).page().select("main h2 a").eachText()).containsExactly("Lamp 1");
    }

    @Test
    void strangers_are_not_offered_it_and_nonsense_is_not_found() {
        Browser stranger = new Browser(port).get(list + "?only=mine");
        assertThat(stranger.page().select("main a[href*=only]")).isEmpty();
        assertThat(stranger.text()).contains("No project yet");
        assertThat(stranger.get(list + "?only=some").status()).isEqualTo(404);
    }
}
