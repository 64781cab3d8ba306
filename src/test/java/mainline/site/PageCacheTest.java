package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.community.Community;
import mainline.community.Member;
import mainline.ideas.Ideas;
import mainline.ideas.Wording;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class PageCacheTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Founding founding;
    private final Ideas ideas;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    PageCacheTest(People people, Founding founding, Ideas ideas, JdbcClient db) {
        this.people = people;
        this.founding = founding;
        this.ideas = ideas;
        this.db = db;
    }

    private Member founder(String slug) {
        Person person = people.create("Iris Kern", slug + "@example.org", PASSWORD);
        Community community = founding.found("Kept pages", slug, "UTC", "We keep what we may keep.", person.id());
        return new Member(community.id(), person.id());
    }

    private void publish(Member member, String title) {
        ideas.publish(member, new Wording(title, "A text.", 1, ""));
    }

    @Test
    void an_onlooker_sees_an_act_at_once_and_otherwise_gets_the_page_that_is_known() {
        Member member = founder("kept-one");
        Browser onlooker = new Browser(port).ask("/kept-one/ideas");
        String etag = onlooker.header("ETag");
        onlooker.with("If-None-Match", etag).ask("/kept-one/ideas");
        assertThat(onlooker.status()).isEqualTo(304);
        assertThat(onlooker.header("Content-Security-Policy")).isEmpty();
        publish(member, "Something new");
        assertThat(onlooker.ask("/kept-one/ideas").status()).isEqualTo(200);
        assertThat(onlooker.text()).contains("Something new");
    }

    @Test
    void what_another_process_did_shows_within_a_second() throws InterruptedException {
        Member member = founder("kept-four");
        publish(member, "A slow title");
        Browser onlooker = new Browser(port).get("/kept-four/ideas");
        assertThat(onlooker.text()).contains("A slow title");
        db.sql("update idea set title = 'A quick title' where community_id = ?")
                .param(member.community().value())
                .update();
        db.sql("select pg_notify('mainline', 'another' || chr(10) || ? || ' IDEA-1 idea.edited')")
                .param(member.community().value())
                .query((row, n) -> "")
                .list();
        long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        while (!onlooker.get("/kept-four/ideas").text().contains("A quick title") && System.nanoTime() < end)
            Thread.sleep(20);
        assertThat(onlooker.text()).contains("A quick title");
    }

    @Test
    void every_answer_has_a_nonce_of_its_own() {
        founder("kept-two");
        String first = new Browser(port).ask("/kept-two").header("Content-Security-Policy");
        Browser second = new Browser(port).ask("/kept-two");
        assertThat(second.header("Content-Security-Policy")).isNotEqualTo(first);
        String nonce = second.page().select("script[nonce]").attr("nonce");
        assertThat(second.header("Content-Security-Policy")).contains("'nonce-" + nonce + "'");
    }

    @Test
    void a_members_page_is_for_their_session_alone_and_fresh_after_what_they_did() {
        founder("kept-three");
        Browser iris = new Browser(port).signIn("kept-three@example.org", PASSWORD);
        iris.cookies().remove(PageCache.ACTED);
        assertThat(iris.get("/kept-three/ideas/new").text()).doesNotContain("Your drafts");
        iris.get("/kept-three/ideas/new");
        assertThat(iris.header("Cache-Control")).contains("no-store");
        Browser onlooker = new Browser(port).get("/kept-three/ideas");
        assertThat(onlooker.text()).doesNotContain("Iris Kern");
        iris.submit("/kept-three/ideas", Map.of("title", "", "text", "half a thought"));
        String token = iris.get("/kept-three/ideas/new")
                .page()
                .select("input[name=_csrf]")
                .attr("value");
        iris.post("/kept-three/ideas/drafts", Map.of("_csrf", token, "text", "half a thought"));
        assertThat(iris.get("/kept-three/ideas/new").text()).contains("Your drafts (1)");
    }
}
