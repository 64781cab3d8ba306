package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.community.ByToken;
import mainline.mission.Founding;
import mainline.people.AccessToken;
import mainline.people.People;
import mainline.people.Person;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every address below {@code /api}, now and later. */
@MainlineTest
class ApiTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String BENCH = "{\"title\": \"A bench\", \"text\": \"Because.\", \"clause\": 1}";
    private static final Set<RequestMethod> READING = EnumSet.of(RequestMethod.GET, RequestMethod.HEAD);

    private final Map<RequestMappingInfo, HandlerMethod> mappings;
    private final People people;
    private final Founding founding;

    @LocalServerPort
    private int port;

    ApiTest(RequestMappingHandlerMapping mappings, People people, Founding founding) {
        this.mappings = mappings.getHandlerMethods();
        this.people = people;
        this.founding = founding;
    }

    /** No form token is asked for below {@code /api}; that is safe only while a cookie does nothing there. */
    @Test
    void what_a_program_writes_needs_a_token_that_writes() {
        List<Map.Entry<RequestMappingInfo, HandlerMethod>> writing = mappings.entrySet().stream()
                .filter(each -> each.getKey().getPatternValues().stream().anyMatch(path -> path.startsWith("/api/")))
                .filter(each -> !READING.containsAll(
                                each.getKey().getMethodsCondition().getMethods())
                        || each.getKey().getMethodsCondition().getMethods().isEmpty())
                .toList();
        assertThat(writing).isNotEmpty().allSatisfy(each -> {
            ByToken token = each.getValue().getMethodAnnotation(ByToken.class);
            assertThat(token).as(each.getKey().toString()).isNotNull();
            assertThat(token.value()).isEqualTo(AccessToken.Scope.WRITE);
            assertThat(AnnotatedElementUtils.hasAnnotation(each.getValue().getBeanType(), ByToken.class))
                    .isTrue();
            assertThat(each.getKey().getPatternValues()).allMatch(path -> path.startsWith("/api/v1/{community}/"));
        });
    }

    @Test
    void a_cookie_writes_nothing_there_with_a_form_token_or_without() {
        Person ada = people.create("Ada Vale", "ada@api.example", PASSWORD);
        founding.found("Cookies", "cookies", "UTC", "We bake.", ada.id());
        Browser browser = new Browser(port).signIn("ada@api.example", PASSWORD).get("/cookies/ideas/new");
        String token = browser.page().select("meta[name=csrf]").attr("content");
        String api = "/api/v1/cookies/ideas";
        assertThat(browser.json("POST", api, BENCH).status()).isEqualTo(401);
        assertThat(browser.json("PUT", api + "/1", BENCH).status()).isEqualTo(401);
        assertThat(browser.json("DELETE", api + "/1/withdrawal", "").status()).isEqualTo(401);
        assertThat(browser.json("POST", api + "?_csrf=" + token, BENCH).status())
                .isEqualTo(401);
        browser.with("X-CSRF-TOKEN", token);
        assertThat(browser.json("POST", api, BENCH).status()).isEqualTo(401);
        assertThat(browser.post(api, Map.of("title", "A bench", "text", "Because.", "clause", "1"))
                        .status())
                .isEqualTo(415);
        assertThat(browser.get("/cookies/ideas").text()).doesNotContain("A bench");
    }

    @Test
    void no_page_is_reached_by_way_of_an_address_for_programs() {
        Person olga = people.create("Olga Vale", "olga@api.example", PASSWORD);
        founding.found("Ways", "ways", "UTC", "We walk.", olga.id());
        Browser browser = new Browser(port).signIn("olga@api.example", PASSWORD);
        Map<String, String> idea = Map.of("title", "A bench", "text", "Because.", "clause", "1");
        for (String path : List.of("/api/ideas", "/api/ideas/1", "/api/comments", "/api/v1/ways", "/api//ways/ideas"))
            assertThat(browser.post(path, idea).status()).as(path).isBetween(400, 499);
        assertThat(browser.post("/ways/ideas", idea).status())
                .as("elsewhere the form token is asked for")
                .isEqualTo(403);
    }
}
