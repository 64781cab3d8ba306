package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.discussion.Discussions;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.platform.DemoWorld;
import mainline.platform.Jobs;
import mainline.platform.Statements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a page asks the database, made anew for somebody who has just been there, and never more because there is more on it. */
@DemoTest
class StatementsTest {
    private static final String PASSWORD = "harbour-light-at-dawn";
    /** Pages that members see daily. */
    private static final int DAILY = 8;

    private static final int SELDOM = 12;

    private final DemoWorld world;
    private final Jobs jobs;
    private final Statements statements;
    private final Communities communities;
    private final People people;
    private final Discussions discussions;

    @LocalServerPort
    private int port;

    private final Map<String, Browser> viewers = new LinkedHashMap<>();

    StatementsTest(
            DemoWorld world,
            Jobs jobs,
            Statements statements,
            Communities communities,
            People people,
            Discussions discussions) {
        this.world = world;
        this.jobs = jobs;
        this.statements = statements;
        this.communities = communities;
        this.people = people;
        this.discussions = discussions;
    }

    @BeforeAll
    void there_is_a_community() {
        world.load();
        jobs.run("append-record");
        viewers.put("nobody", new Browser(port));
        viewers.put("a member", signedIn("lena"));
        viewers.put("a steward", signedIn("amara"));
    }

    private Browser signedIn(String name) {
        return new Browser(port).signIn(name + "@harbour.example", PASSWORD);
    }

    private String handle(String name) {
        return people.byMail(name + "@harbour.example").orElseThrow().handle();
    }

    /** Made anew, whatever is kept of whole pages. */
    private int asked(Browser viewer, String path) {
        viewer.cookies().put("acted", "yes");
        int statements = this.statements.during(() -> viewer.get(path));
        assertThat(viewer.status()).as(path).isEqualTo(200);
        return statements;
    }

    /** At best: the first may find what nobody has asked for, and each half minute it is asked again what waits. */
    private int atBest(Browser viewer, String path) {
        int best = Integer.MAX_VALUE;
        for (int time = 0; time < 3; time++) best = Math.min(best, asked(viewer, path));
        return best;
    }

    private List<String> over(int most, List<String> paths) {
        List<String> over = new ArrayList<>();
        viewers.forEach((who, viewer) -> {
            for (String path : paths) {
                int asked = atBest(viewer, path);
                if (asked > most) over.add(path + " for " + who + ": " + asked);
            }
        });
        return over;
    }

    @Test
    void what_members_see_daily_asks_little() {
        assertThat(over(
                        DAILY,
                        List.of(
                                "/harbour",
                                "/harbour/ideas",
                                "/harbour/ideas/6",
                                "/harbour/projects",
                                "/harbour/projects/2",
                                "/harbour/handbook",
                                "/harbour/handbook/people/first-fortnight",
                                "/harbour/changes",
                                "/harbour/changes/6",
                                "/harbour/decisions",
                                "/harbour/decisions/14")))
                .isEmpty();
    }

    @Test
    void every_other_page_asks_not_much_more() {
        assertThat(over(
                        SELDOM,
                        List.of(
                                "/harbour/mission",
                                "/harbour/results",
                                "/harbour/results/1",
                                "/harbour/people",
                                "/harbour/people/" + handle("amara"),
                                "/harbour/stewards",
                                "/harbour/record",
                                "/harbour/announcements",
                                "/harbour/welcome",
                                "/harbour/decisions/rules",
                                "/harbour/mission/drift",
                                "/communities")))
                .isEmpty();
    }

    @Test
    void a_comment_makes_little_old() {
        CommunityId harbour = communities.bySlug("harbour").orElseThrow().id();
        Member lena = new Member(
                harbour, people.byMail("lena@harbour.example").orElseThrow().id());
        Browser reader = viewers.get("a member");
        int before = atBest(reader, "/harbour/ideas/6");
        discussions.say(lena, new Subject(harbour, Subject.Kind.IDEA, 5), null, "And twice.");
        int after = asked(reader, "/harbour/ideas/6");
        assertThat(after).isLessThanOrEqualTo(SELDOM).isLessThanOrEqualTo(before + 6);
    }
}
