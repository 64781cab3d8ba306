package mainline.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Member;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people walk an idea to a project and on, through the pages alone. */
@MainlineTest
class WorkPagesTest {
    private static final String PASSWORD = "nine brass kettles";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private String slug = "";
    private Browser ada = new Browser(0);
    private Browser ben = new Browser(0);
    private Browser cleo = new Browser(0);
    private Idea idea;

    WorkPagesTest(People people, Founding founding, Communities communities, Ideas ideas, TestClock clock) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.clock = clock;
    }

    @BeforeEach
    void three_members_and_an_idea() {
        clock.reset();
        int n = NEXT.incrementAndGet();
        Person first = people.create("Ada Vale", "ada" + n + "@pages.example", PASSWORD);
        Person second = people.create("Ben Ode", "ben" + n + "@pages.example", PASSWORD);
        Community community = founding.found("Pages " + n, "pages-" + n, "UTC", "We mend what we have.", first.id());
        communities.join(community.id(), second.id());
        communities.join(
                community.id(),
                people.create("Cleo Marsh", "cleo" + n + "@pages.example", PASSWORD)
                        .id());
        slug = "/" + community.slug();
        idea = ideas.publish(
                new Member(community.id(), first.id()), new Wording("A repair evening", "Once a month.", 1, ""));
        ada = signIn("ada" + n);
        ben = signIn("ben" + n);
        cleo = signIn("cleo" + n);
    }

    private Browser signIn(String name) {
        return new Browser(port)
                .get("/sign-in?then=" + at("ideas"))
                .submit("/sign-in", Map.of("mail", name + "@pages.example", "password", PASSWORD));
    }

    private String at(String below) {
        return slug + "/" + below;
    }

    @Test
    void two_people_take_an_idea_to_a_project_and_its_work_to_a_confirmation() {
        ada.get(at("ideas/1")).get(at("ideas/1/need"));
        ada.submit(at("ideas/1/need"), Map.of("need-do", "2", "need-test", "1,5"));
        assertThat(ada.text()).contains("What it needs is on the page now", "2 h to make it and 1.5 h to try it out");

        ben.get(at("ideas/1")).submit(at("ideas/1/pledges"), Map.of("kind", "DO", "hours", "0.3", "by", "2026-04-01"));
        assertThat(ben.status()).isEqualTo(422);
        assertThat(ben.page().select("input[name=hours]").val()).isEqualTo("0.3");
        ben.submit(at("ideas/1/pledges"), Map.of("kind", "DO", "hours", "3", "by", "2026-04-01"));
        assertThat(ben.text()).contains("Your promise is on the page", "You promised 3 h to make it");
        assertThat(ben.text()).contains("due: the end of Wednesday, April 1, 2026, UTC");
        assertThat(ben.get(at("ideas/1/pledges"))
                        .page()
                        .select(".rows .moment .exact")
                        .text())
                .contains("the end of Wednesday, April 1, 2026, UTC");
        ada.get(at("ideas/1")).submit(at("ideas/1/pledges"), Map.of("kind", "TEST", "hours", "2", "by", "2026-04-01"));
        assertThat(ada.path()).isEqualTo(at("projects/1-a-repair-evening"));
        assertThat(ada.text()).contains("it is a project now", "The place is offered to Ben Ode");

        ben.get(at("projects/1")).submit(at("projects/1/convener"), Map.of());
        ben.get(at("projects/1/plan"))
                .submit(
                        at("projects/1/plan"),
                        Map.of("what-1", "Things mended", "baseline-1", "0", "target-1", "10", "review", "2026-06-01"));
        assertThat(ben.text()).contains("Things mended", "from the beginning of Monday, June 1, 2026, UTC");
        assertThat(new Browser(port).get(at("record")).text())
                .contains("set the goals of A repair evening; look back on June 1, 2026");

        ben.submit(at("projects/1/tasks"), Map.of("title", "Find a room"));
        ada.get(at("projects/1")).submit(at("tasks/1/claim"), Map.of());
        ada.submit(at("tasks/1/finish"), Map.of());
        assertThat(ada.text()).contains("Find a room", "done");
        ben.get(at("projects/1")).submit(at("projects/1/updates"), Map.of("text", "We have a **room**."));
        assertThat(ben.page().select(".prose strong").text()).isEqualTo("room");

        ben.get(at("ideas/1/contributions"))
                .submit(
                        at("ideas/1/contributions"),
                        Map.of("kind", "DO", "hours", "2", "day", "2026-03-02", "what", "Opened the room"));
        assertThat(ben.text()).contains("Opened the room", "waits to be confirmed");
        cleo.get(at("contributions"))
                .submit(at("contributions/1/confirmation"), Map.of("interest", "The room is mine."));
        assertThat(cleo.text())
                .contains("somebody else has to confirm it", "Cleo Marsh confirms it and gains from it")
                .doesNotContain("I gain something from this myself");
        ada.get(at("contributions")).submit(at("contributions/1/confirmation"), Map.of());
        assertThat(ada.text()).contains("It counts now", "Confirmed by Ada Vale");
        assertThat(ada.get(at("projects/1")).text()).contains("Promised and done over time");
        assertThat(ada.get(at("projects")).text()).contains("A repair evening", "5 h promised, 2 h done");
    }

    @Test
    void onlookers_see_the_work_and_are_shown_the_way_in() {
        Browser onlooker = new Browser(port);
        assertThat(onlooker.get(at("ideas/1")).text()).contains("Offer to help");
        assertThat(onlooker.get(at("ideas/1/pledges")).status()).isEqualTo(200);
        assertThat(onlooker.get(at("projects")).text()).contains("No project yet");
        assertThat(onlooker.get(at("ideas/1/contributions")).status()).isEqualTo(200);
        assertThat(onlooker.get(at("projects/99")).status()).isEqualTo(404);
    }
}
