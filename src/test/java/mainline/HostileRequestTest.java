package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mainline.community.Communities;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.people.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no page of ours makes: refused as the asker's fault, never as ours. */
@MainlineTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Founding founding;
    private final Communities communities;
    private final Ideas ideas;

    @LocalServerPort
    private int port;

    private String home = "";
    private Browser ned;

    HostileRequestTest(People people, Founding founding, Communities communities, Ideas ideas) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
    }

    @BeforeAll
    void a_village_with_an_idea() {
        people.create("Olga", "olga@example.org", PASSWORD);
        Village village = new Village(people, founding, communities, ideas);
        communities.join(
                village.community.id(),
                people.create("Ned", "ned@example.org", PASSWORD).id());
        village.anOpenIdea();
        home = "/" + village.community.slug();
    }

    private Browser ned() {
        if (ned == null) ned = new Browser(port).signIn("ned@example.org", PASSWORD);
        return ned;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ideas/99999999999999999999",
                "/ideas/9223372036854775808",
                "/ideas/0",
                "/ideas/-1",
                "/ideas/1/versions?version=x",
                "/ideas?before=abc",
                "/ideas?before=99999999999999999999",
                "/ideas?clause=x",
                "/ideas/new?clause=x",
                "/ideas/new?draft=x",
                "/ideas/1/pledges?after=x",
                "/changes?before=x",
                "/changes/99999999999999999999",
                "/comments?about=IDEA-1&after=x",
                "/comments?about=%00",
                "/comments/new?about=IDEA-1&replyTo=x",
                "/handbook/..%2f..",
                "/handbook/%2e%2e/%2e%2e/x",
                "/handbook/x%00",
                "/handbook/x?at=zz",
                "/handbook/x?diff=%00",
                "/people/99999999999999999999",
                "/people?after=%00",
                "/projects/99999999999999999999",
                "/record?before=x",
                "/welcome?after=x",
                "/handbook.git/info/refs",
                "/handbook.git/objects/../HEAD",
                "/ideas?clause=%ff"
            })
    void an_odd_address_is_the_fault_of_the_asker(String address) {
        for (Browser browser : new Browser[] {new Browser(port), ned()}) {
            browser.get(home + address);
            if (browser.status() == 200) assertThat(browser.path()).as(address).startsWith("/sign-in");
            else assertThat(browser.status()).as(address).isBetween(400, 499);
            assertThat(browser.body()).doesNotContain("Exception", "at mainline.", "at org.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded about=IDEA-1&text=%zz",
                "application/x-www-form-urlencoded about=IDEA-1&text=%ff%fe",
                "application/x-www-form-urlencoded about=IDEA-1&text=%ED%A0%80",
                "multipart/form-data x",
                "multipart/form-data;boundary=x --x",
                "application/json {\"about\":",
                "nonsense x",
                "text/xml <!DOCTYPE"
            })
    void an_unreadable_form_is_the_fault_of_the_sender(String form) throws Exception {
        String[] parts = form.split(" ", 2);
        assertThat(send(home + "/comments", parts[0], parts[1].getBytes(StandardCharsets.ISO_8859_1)))
                .isBetween(400, 499);
    }

    @Test
    void a_form_of_ten_million_letters_is_too_long() throws Exception {
        String form = "about=IDEA-1&text=" + "x".repeat(10_000_000);
        assertThat(send(home + "/comments", "application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(413);
    }

    @Test
    void a_form_of_many_thousand_fields_is_refused() throws Exception {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < 20_000; i++) form.append("a").append(i).append("=1&");
        assertThat(send(
                        home + "/comments",
                        "application/x-www-form-urlencoded",
                        form.toString().getBytes(StandardCharsets.UTF_8)))
                .isBetween(400, 499);
    }

    @Test
    void git_answers_odd_questions_with_a_refusal() throws Exception {
        String fetch = "application/x-git-upload-pack-request";
        for (String question :
                new String[] {"garbage", "fff0", "0032want 0000000000000000000000000000000000000001\n00000009done\n"}) {
            assertThat(send(home + "/handbook.git/git-upload-pack", fetch, question.getBytes(StandardCharsets.UTF_8)))
                    .as(question)
                    .isLessThan(500);
        }
        assertThat(send(
                        home + "/handbook.git/git-upload-pack",
                        fetch,
                        "no gzip".getBytes(StandardCharsets.UTF_8),
                        "Content-Encoding",
                        "gzip"))
                .isEqualTo(400);
        assertThat(send(home + "/handbook.git/git-upload-pack", "text/plain", new byte[0]))
                .isEqualTo(415);
        assertThat(send(home + "/handbook.git/git-receive-pack", "text/plain", new byte[0]))
                .as("a push is asked for its token before anything else")
                .isEqualTo(401);
    }

    private int send(String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "/{x}",
                "\\\\evil"
            })
    void going_on_never_leads_elsewhere(String then) {
        Browser ned = ned();
        ned.ask("/sign-in?then=" + java.net.URLEncoder.encode(then, StandardCharsets.UTF_8));
        assertThat(ned.status()).isEqualTo(303);
        assertStays(ned.header("Location"));
        ned.get("/appearance").submitOnly("/appearance", Map.of("then", then, "theme", "dark"));
        assertThat(ned.status()).isEqualTo(303);
        assertStays(ned.header("Location"));
    }

    private void assertStays(String location) {
        assertThat(location).matches("/(?![/\\\\]).*|/").doesNotContain("\\");
    }

    @Test
    void an_impossible_mail_address_is_nobodys() {
        for (String mail :
                new String[] {"a\0@example.org", "x".repeat(100_000) + "@example.org", "\u202E", "' or 1=1 --"}) {
            Browser browser =
                    new Browser(port).get("/sign-in").submit("/sign-in", Map.of("mail", mail, "password", "\0"));
            assertThat(browser.status()).isEqualTo(422);
        }
    }

    @Test
    void who_has_an_account_does_not_show() {
        String[] told = new String[2];
        String[] mails = {"ned@example.org", "nobody@example.org"};
        for (int i = 0; i < 2; i++) {
            Browser reset = new Browser(port).get("/reset").submit("/reset", Map.of("mail", mails[i]));
            Browser wrong =
                    new Browser(port).get("/sign-in").submit("/sign-in", Map.of("mail", mails[i], "password", "wrong"));
            Browser join = new Browser(port)
                    .get("/join")
                    .submit("/join", Map.of("name", "Ned", "mail", mails[i], "password", "eight loud lanterns"));
            told[i] = (reset.status() + reset.text() + wrong.status() + wrong.text() + join.status() + join.text())
                    .replace(mails[i], "");
        }
        assertThat(told[0]).isEqualTo(told[1]);
    }

    @Test
    void what_others_send_along_reaches_no_ones_kept_page() {
        String address = home + "/handbook?kept=1";
        Browser poisoner = new Browser(port)
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Prefix", "//evil.example")
                .with("Forwarded", "host=evil.example")
                .with("X-Original-URL", "/evil.example")
                .with("HX-Request", "true")
                .with("Cookie", "theme=\"><script>alert(1)</script>; lang=evil.example; csrf=evil.example");
        assertThat(poisoner.get(address).body()).doesNotContain("evil.example", "alert(1)");
        Browser other = new Browser(port).get(address);
        assertThat(other.body()).doesNotContain("evil.example", "alert(1)");
        assertThat(other.header("Vary").toLowerCase(java.util.Locale.ROOT))
                .contains("cookie", "hx-request", "accept-language");
    }

    @Test
    void a_members_page_is_never_an_onlookers() {
        assertThat(ned().get(home + "/ideas").text()).contains("Ned");
        Browser onlooker = new Browser(port).get(home + "/ideas");
        assertThat(onlooker.text()).doesNotContain("Ned");
        assertThat(onlooker.page().select("form[method=post]")).isEmpty();
    }
}
