package mainline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.Village;
import mainline.community.Communities;
import mainline.community.Member;
import mainline.community.Visibility;
import mainline.discussion.Discussions;
import mainline.kernel.Subject;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Channel;
import mainline.platform.Movement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class LiveTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Communities communities;
    private final Discussions discussions;
    private final Listeners listeners;
    private final Channel channel;
    private final TransactionTemplate act;
    private final JdbcClient db;
    private final Village village;
    private final List<OpenPage> open = new ArrayList<>();
    private Subject idea;

    @LocalServerPort
    private int port;

    LiveTest(
            People people,
            Communities communities,
            Discussions discussions,
            Listeners listeners,
            Channel channel,
            TransactionTemplate act,
            JdbcClient db,
            Village village) {
        this.people = people;
        this.communities = communities;
        this.discussions = discussions;
        this.listeners = listeners;
        this.channel = channel;
        this.act = act;
        this.db = db;
        this.village = village;
    }

    @BeforeEach
    void an_idea() {
        idea = village.anOpenIdea().subject();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        for (OpenPage each : open) each.close();
        listeners.anythingMoved();
    }

    private String path() {
        return path(idea);
    }

    private String path(Subject about) {
        return "/" + village.community.slug() + "/live?about=" + about.key();
    }

    private OpenPage onlooker(Subject about) throws IOException {
        return opened(new OpenPage(port, path(about), Map.of()));
    }

    private OpenPage of(Browser browser) throws IOException {
        return opened(new OpenPage(port, path(), browser.cookies()));
    }

    private OpenPage opened(OpenPage page) {
        open.add(page);
        return page;
    }

    /** The subject moved a moment ago, so the first word is to look. */
    private void looksFirst(OpenPage page) throws InterruptedException {
        assertThat(page.next()).isEqualTo("event: look");
    }

    private void answer() {
        discussions.say(village.ben, idea, null, "Under the lime tree, please.");
    }

    private record SignedIn(Member member, Browser browser) {}

    private SignedIn member() {
        String mail = "live" + NEXT.incrementAndGet() + "@example.org";
        Person person = people.create("Nora Fell", mail, PASSWORD);
        communities.join(village.community.id(), person.id());
        return new SignedIn(new Member(village.community.id(), person.id()), new Browser(port).signIn(mail, PASSWORD));
    }

    private void show(Visibility visibility) {
        act.executeWithoutResult(each -> communities.show(village.community.id(), visibility, village.ada.person()));
    }

    @Test
    void an_open_page_hears_that_its_subject_moved_and_nothing_of_what() throws Exception {
        OpenPage page = onlooker(idea);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.head())
                .contains("Content-Type: text/event-stream", "Cache-Control: no-store", "X-Accel-Buffering: no");
        looksFirst(page);
        answer();
        assertThat(page.next()).isEqualTo("data: " + idea.key() + " comment.written");
    }

    @Test
    void a_page_hears_nothing_of_other_subjects() throws Exception {
        OpenPage page = onlooker(village.anOpenIdea().subject());
        looksFirst(page);
        answer();
        assertThat(page.next(300)).isNull();
    }

    @Test
    void what_is_hidden_is_no_more_there_than_what_does_not_exist() throws Exception {
        show(Visibility.MEMBERS);
        OpenPage hidden = onlooker(idea);
        OpenPage unknown = opened(new OpenPage(port, "/no-such-place/live?about=IDEA-1", Map.of()));
        assertThat(hidden.status()).isEqualTo(404).isEqualTo(unknown.status());
        assertThat(of(member().browser()).status()).isEqualTo(200);
    }

    @Test
    void nothing_is_told_of_what_is_no_subject() throws Exception {
        assertThat(opened(new OpenPage(port, "/" + village.community.slug() + "/live?about=DREAM-1", Map.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlookers_hear_nothing_more_once_the_doors_are_closed() throws Exception {
        OpenPage page = onlooker(idea);
        looksFirst(page);
        show(Visibility.MEMBERS);
        assertThat(page.next()).isEqualTo(OpenPage.ENDED);
        assertThat(onlooker(idea).status()).isEqualTo(404);
    }

    @Test
    void whoever_has_left_a_community_for_members_only_hears_nothing_more() throws Exception {
        SignedIn nora = member();
        show(Visibility.MEMBERS);
        OpenPage page = of(nora.browser());
        looksFirst(page);
        communities.leave(nora.member());
        answer();
        assertThat(page.next()).isEqualTo(OpenPage.ENDED);
    }

    @Test
    void whoever_has_signed_out_hears_nothing_more() throws Exception {
        SignedIn nora = member();
        show(Visibility.MEMBERS);
        OpenPage page = of(nora.browser());
        looksFirst(page);
        nora.browser().get("/" + village.community.slug()).submit("/sign-out", Map.of());
        answer();
        assertThat(page.next()).isEqualTo(OpenPage.ENDED);
    }

    @Test
    void one_person_has_only_so_many_pages_open_and_may_come_back_later() throws Exception {
        Browser nora = member().browser();
        List<OpenPage> pages = new ArrayList<>();
        for (int i = 0; i < 12; i++) pages.add(of(nora));
        assertThat(pages).allMatch(page -> page.status() == 200);
        OpenPage refused = of(nora);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.head()).contains("Retry-After:");
        assertThat(of(member().browser()).status()).as("another person").isEqualTo(200);
        listeners.anythingMoved();
        nobodyListensSoon();
        assertThat(of(nora).status()).isEqualTo(200);
    }

    @Test
    void the_place_of_whoever_has_left_is_free_within_seconds() throws Exception {
        for (int i = 0; i < 3; i++) looksFirst(onlooker(idea));
        assertThat(listeners.count()).isEqualTo(3);
        for (OpenPage each : open) each.close();
        nobodyListensSoon();
    }

    private void nobodyListensSoon() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (listeners.count() > 0 && System.nanoTime() < end) Thread.sleep(20);
        assertThat(listeners.count()).isZero();
    }

    @Test
    void one_who_reads_nothing_holds_up_nobody() throws Exception {
        try (Socket silent = new Socket()) {
            silent.setReceiveBufferSize(1_024);
            silent.connect(new InetSocketAddress("localhost", port));
            silent.getOutputStream()
                    .write(("GET " + path() + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            OpenPage page = onlooker(idea);
            looksFirst(page);
            for (int i = 0; i < 20_000; i++) listeners.moved(new Movement(idea, "idea.edited"));
            long before = System.nanoTime();
            answer();
            assertThat(System.nanoTime() - before)
                    .isLessThan(Duration.ofSeconds(1).toNanos());
            String told = page.next();
            while (told != null && !told.endsWith("comment.written") && !told.equals("event: look")) told = page.next();
            assertThat(told).isNotNull();
        }
    }

    @Test
    void when_it_is_not_known_what_moved_everybody_comes_again() throws Exception {
        OpenPage page = onlooker(idea);
        looksFirst(page);
        db.sql("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where application_name = 'mainline channel' and datname = current_database()")
                .query((row, n) -> "")
                .list();
        assertThat(page.next()).isEqualTo(OpenPage.ENDED);
        assertThat(onlooker(idea).status()).isEqualTo(200);
    }

    @Test
    void nobody_hears_of_an_act_that_is_taken_back() throws Exception {
        OpenPage page = onlooker(idea);
        looksFirst(page);
        act.executeWithoutResult(each -> {
            channel.tell(new Movement(idea, "idea.edited"));
            each.setRollbackOnly();
        });
        answer();
        assertThat(page.next()).isEqualTo("data: " + idea.key() + " comment.written");
    }
}
