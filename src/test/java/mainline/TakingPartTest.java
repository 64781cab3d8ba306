package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.community.Visibility;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.TestMail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody without an account writes first; what they wrote is kept, and done when they are in. */
@MainlineTest
class TakingPartTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    private Village village;
    private String home;

    TakingPartTest(People people, Founding founding, Communities communities, Ideas ideas, JdbcClient db) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.db = db;
    }

    @BeforeEach
    void a_village() {
        db.sql("delete from rate_limit").update();
        if (!people.isSetUp()) people.create("Olga Operator", "olga@example.org", PASSWORD);
        village = new Village(people, founding, communities, ideas);
        home = "/" + village.community.slug();
    }

    private static String anAddress() {
        return "stranger" + NEXT.incrementAndGet() + "@example.org";
    }

    private String link(String mail) {
        return new TestMail(db).linkTo(mail);
    }

    private Browser writesAnIdea(Browser browser, String name, String mail) {
        return browser.get(home + "/ideas/new")
                .submit(
                        home + "/ideas",
                        Map.of(
                                "title",
                                "Chairs for the hall",
                                "text",
                                "Twenty that stack.",
                                "clause",
                                "1",
                                "joining-name",
                                name,
                                "joining-mail",
                                mail));
    }

    @Test
    void a_stranger_writes_an_idea_and_it_is_published_by_the_link_in_whichever_browser() {
        String mail = anAddress();
        Browser stranger = writesAnIdea(new Browser(port), "Sana Stranger", mail);
        assertThat(stranger.path()).startsWith("/join/sent");
        assertThat(stranger.text()).contains("What you began is kept", "look around in " + village.community.name());
        assertThat(new TestMail(db).lastTo(mail).text().replaceAll("\\s+", " "))
                .contains(village.community.name(), "Your idea is published in your name");
        Browser phone = new Browser(port).get(link(mail));
        assertThat(phone.text()).contains("Is that you?", "Sana Stranger", "Chairs for the hall");
        assertThat(phone.page().title()).contains(village.community.name());
        phone.submit(link(mail), Map.of());
        assertThat(phone.path()).startsWith(home + "/ideas/");
        assertThat(phone.text()).contains("Chairs for the hall", "Sana Stranger");
        assertThat(phone.get(home + "/people").text()).contains("Sana Stranger");
        assertThat(phone.get(link(mail)).status()).isEqualTo(410);
    }

    @Test
    void what_is_wrong_with_the_form_is_said_when_the_account_is_open_and_nothing_is_lost() {
        String mail = anAddress();
        new Browser(port)
                .get(home + "/ideas/new")
                .submit(
                        home + "/ideas",
                        Map.of(
                                "title",
                                "x".repeat(201),
                                "text",
                                "Kept as it was.",
                                "joining-name",
                                "Sven",
                                "joining-mail",
                                mail));
        Browser browser = new Browser(port).get(link(mail)).submit(link(mail), Map.of());
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("#f-title-problem")).hasSize(1);
        assertThat(browser.page().select("textarea[name=text]").text()).isEqualTo("Kept as it was.");
        assertThat(browser.get("/me").text()).contains(mail);
    }

    @Test
    void who_leaves_out_the_name_is_asked_on_the_next_page_and_what_they_wrote_comes_along() {
        Browser stranger = writesAnIdea(new Browser(port), "", "no address");
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.page().title()).contains(village.community.name());
        assertThat(stranger.page().select("#f-mail-problem")).hasSize(1);
        assertThat(stranger.text()).contains("Your idea is published", "Chairs for the hall");
        String mail = anAddress();
        stranger.submit("/join", Map.of("name", "Second Try", "mail", mail));
        Browser other = new Browser(port).get(link(mail)).submit(link(mail), Map.of());
        assertThat(other.text()).contains("Chairs for the hall", "Second Try");
    }

    @Test
    void a_comment_by_a_stranger_appears_under_the_idea() {
        writesAnIdea(new Browser(port), "Ina Idea", anAddress());
        String author = anAddress();
        writesAnIdea(new Browser(port), "Ada Author", author);
        Browser idea = new Browser(port).get(link(author)).submit(link(author), Map.of());
        String mail = anAddress();
        Browser stranger = new Browser(port).get(idea.path());
        stranger.get(stranger.page().select("#discussion a.btn").attr("href"));
        stranger.submit(
                home + "/comments",
                Map.of("text", "I have twelve of them.", "joining-name", "Cora", "joining-mail", mail));
        assertThat(stranger.path()).startsWith("/join/sent");
        Browser phone = new Browser(port).get(link(mail)).submit(link(mail), Map.of());
        assertThat(phone.path()).startsWith(idea.path());
        assertThat(phone.text()).contains("I have twelve of them.", "Cora");
    }

    @Test
    void who_has_an_account_already_goes_on_by_the_link_to_sign_in() {
        String mail = anAddress();
        people.create("Known Already", mail, PASSWORD);
        writesAnIdea(new Browser(port), "Somebody Else", mail);
        Browser phone = new Browser(port).get(link(mail));
        assertThat(phone.text()).contains("Chairs for the hall", "Your idea is published");
        phone.submit(link(mail), Map.of("keep", "true"));
        assertThat(phone.text()).contains("you have an account", "Chairs for the hall");
        phone.submit(home + "/membership", Map.of());
        assertThat(phone.path()).startsWith(home + "/ideas/");
        assertThat(phone.text())
                .contains("Chairs for the hall", "Known Already")
                .doesNotContain("Somebody Else");
    }

    @Test
    void who_was_signed_out_meanwhile_signs_in_and_what_they_sent_is_done() {
        String mail = anAddress();
        communities.join(
                village.community.id(), people.create("Mem Ber", mail, PASSWORD).id());
        Browser member = new Browser(port).signIn(mail, PASSWORD).get(home + "/ideas/new");
        member.cookies().remove("session");
        member.submit(
                home + "/ideas",
                Map.of("title", "Sent without a session", "text", "Long and dear to me.", "clause", "1"));
        assertThat(member.status()).isEqualTo(422);
        assertThat(member.text()).contains("What you wrote is kept", "Sent without a session");
        member.submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(member.path()).startsWith(home + "/ideas/");
        assertThat(member.text()).contains("Sent without a session", "Mem Ber");
    }

    @Test
    void by_mail_nothing_is_done_but_what_a_stranger_may_begin_and_nothing_outside_a_community() {
        String mail = anAddress();
        people.create("Vic Tim", mail, PASSWORD);
        String leave = "{\"method\":\"DELETE\",\"path\":\"" + home + "/membership\",\"kind\":\"idea\",\"fields\":{}}";
        new Browser(port).get("/join").submit("/join", Map.of("name", "Mallory", "mail", mail, "begun", leave));
        Browser victim = new Browser(port).get(link(mail));
        victim.submit(link(mail), Map.of("keep", "true"));
        assertThat(victim.status()).isEqualTo(404);
        String admin = "{\"method\":\"POST\",\"path\":\"/admin/operators\",\"fields\":{\"handle\":[\"vic-tim\"]}}";
        Browser sly = new Browser(port).get("/sign-in");
        sly.submit("/sign-in", Map.of("mail", mail, "password", PASSWORD, "begun", admin));
        assertThat(sly.status()).isIn(403, 404);
        for (String odd : new String[] {"{", "[]", "{\"method\":\"TRACE\"}", "null", "{\"fields\":{}}"}) {
            Browser browser = new Browser(port).get("/sign-in");
            browser.submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD, "begun", odd));
            assertThat(browser.status()).as(odd).isEqualTo(303);
        }
    }

    @Test
    void where_one_may_not_enter_the_words_are_the_same_whether_anything_is_there_or_not() {
        Community closed = communities.found("Closed Club", "", "UTC", Visibility.MEMBERS, village.ada.person());
        Set<String> told = new HashSet<>();
        for (String path : List.of(
                "/" + closed.slug(),
                "/" + closed.slug() + "/ideas/1",
                "/nobody-here",
                home + "/ideas/99999",
                home + "/x")) {
            Browser stranger = new Browser(port).get(path);
            assertThat(stranger.status()).as(path).isEqualTo(404);
            assertThat(stranger.page().select("main a").eachAttr("href"))
                    .as(path)
                    .contains("/sign-in?then=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
            told.add(stranger.text());
        }
        assertThat(told).hasSize(1);
        assertThat(new Browser(port).get("/communities").text()).contains("If you belong here, sign in");
        String mail = anAddress();
        communities.join(closed.id(), people.create("Clea Club", mail, PASSWORD).id());
        Browser clea = new Browser(port).get("/" + closed.slug() + "/ideas");
        clea.get(clea.page().select("main a[href^=/sign-in]").attr("href"))
                .submit("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(clea.path()).isEqualTo("/" + closed.slug() + "/ideas");
        assertThat(clea.text()).doesNotContain("If you belong here");
    }
}
