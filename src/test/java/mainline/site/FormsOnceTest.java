package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.community.Community;
import mainline.community.Viewer;
import mainline.ideas.Idea;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.people.Person;
import mainline.platform.Jobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;

@MainlineTest
class FormsOnceTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final People people;
    private final Founding founding;
    private final Ideas ideas;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    private Community community;
    private Browser ada;

    FormsOnceTest(People people, Founding founding, Ideas ideas, Jobs jobs, TestClock clock, JdbcClient db) {
        this.people = people;
        this.founding = founding;
        this.ideas = ideas;
        this.jobs = jobs;
        this.clock = clock;
        this.db = db;
    }

    @BeforeEach
    void a_member_at_the_composer() {
        int n = NEXT.incrementAndGet();
        Person person = people.create("Ada Vale", "ada" + n + "@once.example", PASSWORD);
        community = founding.found("Once " + n, "once-" + n, "UTC", "We do things once.", person.id());
        ada = new Browser(port).signIn("ada" + n + "@once.example", PASSWORD).get(at("ideas/new"));
    }

    private String at(String below) {
        return "/" + community.slug() + "/" + below;
    }

    private Map<String, String> idea(String title) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_csrf", ada.page().select("input[name=_csrf]").attr("value"));
        fields.putAll(Map.of("title", title, "text", "Because.", "clause", "1"));
        return fields;
    }

    private Viewer onlooker() {
        return new Viewer(community, null, false, () -> 0);
    }

    private long ideas() {
        return ideas.newest(onlooker(), 50).size();
    }

    /** Where each of so many, sending this at the same time, is led. */
    private List<String> allAtOnce(int many, String to, Map<String, String> fields) {
        List<Browser> copies = IntStream.range(0, many)
                .mapToObj(each -> {
                    Browser copy = new Browser(port);
                    copy.cookies().putAll(ada.cookies());
                    return copy;
                })
                .toList();
        return copies.parallelStream()
                .map(copy -> copy.post(to, fields).header("Location"))
                .toList();
    }

    @Test
    void a_form_sent_many_times_at_once_makes_one_thing_and_leads_everybody_to_it() {
        List<String> led = allAtOnce(8, at("ideas"), idea("A bench at every corner"));
        assertThat(ideas()).isEqualTo(1);
        Idea made = ideas.newest(onlooker(), 1).getFirst();
        assertThat(led)
                .allSatisfy(
                        path -> assertThat(path).startsWith(at(made.subject().path())));
    }

    @Test
    void the_form_of_the_last_secret_ballot_leaves_no_print_to_try_choices_against() {
        Map<String, String> idea = idea("A bench");
        ada.post(at("ideas"), idea);
        assertThat(hasPrint(at("ideas"), idea))
                .as("what is told leaves its print")
                .isTrue();
        ada.get(at("decisions/new"))
                .submit(
                        at("decisions"),
                        Map.of(
                                "question",
                                "Shall we?",
                                "method",
                                "SHOW_OF_HANDS",
                                "all-voted",
                                "yes",
                                "secret",
                                "yes"));
        String ballot = at("decisions/1/ballot");
        ada.get(at("decisions/1"));
        String token = ada.page().select("#ballot input[name=_csrf]").attr("value");
        String nonce = ada.page().select("#ballot input[name=nonce]").attr("value");
        assertThat(nonce).as(ada.text()).isNotEmpty();
        ada.submit(ballot, Map.of("hand", "NO"));
        assertThat(ada.get(at("decisions/1")).text()).contains(" voted");
        for (String hand : List.of("YES", "NO", "ABSTAIN"))
            assertThat(hasPrint(ballot, Map.of("_csrf", token, "nonce", nonce, "hand", hand)))
                    .isFalse();
    }

    /** Whether somebody with the database finds that a form with these fields was sent. */
    private boolean hasPrint(String to, Map<String, String> fields) {
        var form = new MockHttpServletRequest("POST", to);
        form.setParameters(fields);
        return db.sql("select exists (select from sent_form where key = ?)")
                .param(Objects.requireNonNull(FormPrint.of(form)).hash())
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_comment_and_its_repeat_are_one_comment() {
        ada.submit(at("ideas"), Map.of("title", "A bench", "text", "Because.", "clause", "1"));
        String token = ada.page().select("main input[name=_csrf]").attr("value");
        Map<String, String> fields = Map.of("_csrf", token, "about", "IDEA-1", "text", "Where do we begin?");
        List<String> led = allAtOnce(6, at("comments"), fields);
        assertThat(led).containsOnly(at("comments/1"));
        ada.post(at("comments"), fields);
        assertThat(ada.header("Location")).isEqualTo(at("comments/1"));
        assertThat(ada.get(at("ideas/1")).page().select(".comment, [id^=c]").eachAttr("id"))
                .contains("c1")
                .doesNotContain("c2");
    }

    @Test
    void other_words_from_the_same_page_are_another_thing() {
        Map<String, String> form = idea("A bench");
        ada.post(at("ideas"), form);
        form.put("title", "A second bench");
        ada.post(at("ideas"), form);
        assertThat(ideas()).isEqualTo(2);
    }

    @Test
    void the_same_words_from_a_fresh_page_are_another_thing() {
        ada.submit(at("ideas"), Map.of("title", "A bench", "text", "Because.", "clause", "1"));
        ada.get(at("ideas/new")).submit(at("ideas"), Map.of("title", "A bench", "text", "Because.", "clause", "1"));
        assertThat(ideas()).isEqualTo(2);
    }

    @Test
    void a_refused_form_can_be_sent_again() {
        Map<String, String> form = idea("\u200B\u2800");
        assertThat(ada.post(at("ideas"), form).status()).isEqualTo(422);
        assertThat(ada.post(at("ideas"), form).status()).isEqualTo(422);
        form.put("title", "A bench");
        assertThat(ada.post(at("ideas"), form).status()).isEqualTo(303);
    }

    @Test
    void after_a_day_it_is_forgotten_that_a_form_was_sent() {
        ada.post(at("ideas"), idea("A bench"));
        jobs.run("forget-sent-forms");
        assertThat(sent()).isPositive();
        clock.advance(Duration.ofHours(25));
        jobs.run("forget-sent-forms");
        assertThat(sent()).isZero();
    }

    private long sent() {
        return db.sql("select count(*) from sent_form").query(Long.class).single();
    }

    @Test
    void an_open_page_that_renews_itself_leaves_it_to_the_next_one_to_say_what_was_done() {
        ada.cookies().put("notice", "comment.written");
        Browser script = new Browser(port).with("X-Requested-With", "live");
        script.cookies().putAll(ada.cookies());

        assertThat(script.get(at("ideas")).body()).doesNotContain("Your comment is there");
        assertThat(script.cookies()).containsKey("notice");
        assertThat(ada.get(at("ideas")).body()).contains("Your comment is there");
        assertThat(ada.cookies()).doesNotContainKey("notice");
    }
}
