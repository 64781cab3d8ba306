package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.ValidHtml;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.people.Operators;
import mainline.people.People;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

@MainlineTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTest {
    private final People people;
    private final Operators operators;
    private final Communities communities;

    @LocalServerPort
    private int port;

    SetUpTest(People people, Operators operators, Communities communities) {
        this.people = people;
        this.operators = operators;
        this.communities = communities;
    }

    private Map<String, String> fields(String code, int number) {
        return new HashMap<>(Map.of(
                "code", code,
                "name", "First Person",
                "mail", "first" + number + "@example.org",
                "password", "seven quiet lanterns",
                "community", "Garden " + number,
                "statement", "Everybody on our street can grow food.",
                "zone", "Europe/Madrid",
                "visibility", "MEMBERS"));
    }

    @Test
    @Order(1)
    void a_new_installation_leads_to_its_set_up() {
        for (String door : List.of("/", "/sign-in", "/join"))
            assertThat(new Browser(port).get(door).path()).as(door).isEqualTo("/setup");
    }

    @Test
    @Order(1)
    void its_page_is_valid_html() {
        assertThat(ValidHtml.faults(new Browser(port).get("/setup").body())).isEmpty();
    }

    @Test
    @Order(1)
    void its_page_asks_who_may_read() {
        Browser browser = new Browser(port).get("/setup");
        assertThat(browser.page().select("input[name=visibility]").eachAttr("value"))
                .containsExactly("EVERYBODY", "MEMBERS");
        assertThat(browser.text()).contains("People join by invitation");
    }

    @Test
    @Order(2)
    void without_the_code_or_a_mission_nothing_is_made() {
        Browser browser = new Browser(port).get("/setup").submit("/setup", fields("wrong", 1));
        assertThat(browser.status()).isEqualTo(422);
        Map<String, String> noMission = fields(people.setUpCode(), 1);
        noMission.put("statement", "");
        browser.submit("/setup", noMission);
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("input[name=community]").val()).isEqualTo("Garden 1");
        assertThat(people.isSetUp()).isFalse();
        assertThat(people.byMail("first1@example.org")).isEmpty();
    }

    @Test
    @Order(3)
    void of_several_who_set_it_up_at_once_one_does() {
        String code = people.setUpCode();
        List<Browser> browsers = IntStream.range(0, 6)
                .mapToObj(number -> new Browser(port).get("/setup"))
                .toList();
        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(number -> browsers.get(number)
                        .submitOnly("/setup", fields(code, number))
                        .header("Location"))
                .map(location -> location.equals("/") ? 1 : 0)
                .toList();
        assertThat(answers).containsOnlyOnce(1);
        assertThat(communities.all()).hasSize(1);
        assertThat(operators.all()).hasSize(1);
    }

    @Test
    @Order(4)
    void afterwards_those_who_were_to_read_it_read_it_and_the_set_up_is_gone() {
        Community only = communities.all().getFirst();
        assertThat(only.isForMembersOnly()).isTrue();
        assertThat(new Browser(port).ask("/setup").header("Location")).isEqualTo("/");
        assertThat(new Browser(port).get("/").text()).doesNotContain(only.name());
        Browser founder = new Browser(port);
        founder.signIn(mailOfTheFirst(), "seven quiet lanterns");
        assertThat(founder.ask("/").header("Location")).isEqualTo("/" + only.slug());
    }

    private String mailOfTheFirst() {
        return people.mail(operators.all().getFirst().id()).orElseThrow();
    }

    @Test
    @Order(4)
    void strangers_are_not_offered_to_found_another() {
        assertThat(new Browser(port).get("/communities").page().select("a[href=/communities/new]"))
                .isEmpty();
        Browser founder = new Browser(port).signIn(mailOfTheFirst(), "seven quiet lanterns");
        assertThat(founder.get("/communities").page().select("a[href=/communities/new]"))
                .hasSize(1);
    }
}
