package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import mainline.community.Communities;
import mainline.ideas.Ideas;
import mainline.mission.Founding;
import mainline.people.People;
import mainline.platform.Budget;
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
    private final Budget budget;

    @LocalServerPort
    private int port;

    private String home = "";
    private Browser ned;

    HostileRequestTest(People people, Founding founding, Communities communities, Ideas ideas, Budget budget) {
        this.people = people;
        this.founding = founding;
        this.communities = communities;
        this.ideas = ideas;
        this.budget = budget;
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
            if (browser.status() == 200) assertThat(browser.path()).as(address).matches("/(sign-in|join).*");
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

    /** Says this over a connection of its own and takes the answer, whole or as far as it comes. */
    private String told(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            StringBuilder answer = new StringBuilder();
            byte[] part = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(part);
                        n > 0;
                        n = socket.getInputStream().read(part)) {
                    answer.append(new String(part, 0, n, StandardCharsets.UTF_8));
                    if (answer.indexOf("</html>") > 0 || answer.indexOf("\r\n0\r\n") > 0) break;
                }
            } catch (SocketTimeoutException open) {
                return answer.toString();
            }
            return answer.toString();
        }
    }

    private static String head(String method, String path, String... lines) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n"
                + String.join("\r\n", lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void what_no_page_takes_is_refused_before_it_is_sent(String method) throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String answer = told(head(method, home + "/ideas", form, "Content-Length: 150000000"), new byte[0]);
        assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: ", "That does not work here");
        assertThat(answer).contains("Content-Security-Policy: default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "nonsense"})
    void a_type_that_no_page_takes_is_refused_before_it_is_sent(String type) throws Exception {
        assertThat(told(
                        head("POST", home + "/comments", "Content-Type: " + type, "Content-Length: 1000000"),
                        new byte[0]))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void a_form_that_is_announced_too_long_is_refused_before_it_is_sent_in_the_language_of_the_sender()
            throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(told(head("POST", "/sign-in", form, "Accept-Language: es", "Content-Length: 1000000"), new byte[0]))
                .startsWith("HTTP/1.1 413")
                .contains("Es demasiado grande");
    }

    @Test
    void a_form_without_an_announced_end_is_not_read_for_ever() throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded";
        String part = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
        assertThat(told(
                        head("POST", "/sign-in", form, "Transfer-Encoding: chunked"),
                        part.repeat(5).getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void whoever_is_signed_in_may_send_a_long_text() {
        Browser ned = ned().get(home + "/ideas/1");
        assertThat(ned.submitOnly(home + "/comments", Map.of("text", "x".repeat(500_000)))
                        .status())
                .as("the comment is too long, and the page says so")
                .isEqualTo(422);
    }

    @Test
    void nobody_waits_for_a_form_before_the_server_asks_for_it() throws Exception {
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(told(
                        head("POST", home + "/nothing/here", form, "Expect: 100-continue", "Content-Length: 10"),
                        new byte[0]))
                .startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/handbook?q=%00",
                "/handbook/x?contents&after=%00",
                "/editions?q=%00",
                "/record?person=%00",
                "/record?verb=%00",
                "/ideas?clause=a%00b",
                "/ideas?%00=1"
            })
    void a_zero_in_an_address_is_the_fault_of_the_asker(String address) {
        assertThat(ned().get(home + address).status()).isEqualTo(400);
        assertThat(ned().body()).doesNotContain("Exception", "at mainline.", "at org.");
    }

    @Test
    void a_zero_in_a_field_is_refused_and_what_was_typed_is_shown() {
        Browser ned = ned().get(home + "/ideas/1");
        ned.submitOnly(home + "/comments", Map.of("text", "A long text that somebody has typed", "more", "\0"));
        assertThat(ned.status()).isEqualTo(422);
        assertThat(ned.page().select("textarea").text()).contains("A long text that somebody has typed");
    }

    @Test
    void a_zero_in_a_field_beside_a_file_is_refused() {
        Browser ned = ned().with("X-CSRF-TOKEN", token(ned()));
        String workspace = ned.post(home + "/workspaces", Map.of()).header("Location");
        ned.get(workspace + "/picture?page=a.md");
        ned.upload(workspace + "/pictures", Map.of("name", "a\0b"), "picture", "a.png", new byte[10]);
        assertThat(ned.status()).isEqualTo(422);
    }

    @Test
    void a_field_beside_a_file_may_not_be_longer_than_a_form() {
        Browser ned = ned().with("X-CSRF-TOKEN", token(ned()));
        String workspace = ned.post(home + "/workspaces", Map.of()).header("Location");
        ned.get(workspace + "/picture?page=a.md");
        ned.upload(workspace + "/pictures", Map.of("name", "a".repeat(3_000_000)), "picture", "a.png", new byte[10]);
        assertThat(ned.status()).isEqualTo(413);
        assertThat(ned.body()).contains("too big").doesNotContain("Exception", "at org.");
    }

    private String token(Browser browser) {
        return browser.get("/me").page().select("meta[name=csrf]").attr("content");
    }

    @Test
    void a_small_question_to_git_may_not_unfold_to_a_large_one() throws Exception {
        String fetch = "application/x-git-upload-pack-request";
        String path = home + "/handbook.git/git-upload-pack";
        for (String line : new String[] {"0011ref-prefix a\n", "0032have 1234567890123456789012345678901234567890\n"}) {
            byte[] many = gzip("0014command=ls-refs\n0001" + line.repeat(200_000) + "0000");
            assertThat(send(path, fetch, many, "Content-Encoding", "gzip", "Git-Protocol", "version=2"))
                    .as(line)
                    .isEqualTo(413);
        }
        byte[] prefixes = ("0014command=ls-refs\n0001" + "0011ref-prefix a\n".repeat(600) + "0000")
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(send(path, fetch, prefixes, "Git-Protocol", "version=2")).isEqualTo(413);
        byte[] zero = "0014command=ls-refs\n00010011ref-prefix \0\n0000".getBytes(StandardCharsets.US_ASCII);
        assertThat(send(path, fetch, zero, "Git-Protocol", "version=2")).isEqualTo(400);
    }

    @Test
    void a_zero_in_a_checkpoint_is_the_fault_of_the_sender() throws Exception {
        byte[] text = "old 0\n\na\0.example/log\n1\nAAAA\n\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(send("/witness/add-checkpoint", "text/plain", text)).isBetween(400, 499);
        byte[] known = ("old 0\n\na\0.example/log\n1\n" + "A".repeat(43) + "=\n\n\u2014 a\0.example/log "
                        + "A".repeat(92) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(send("/witness/add-checkpoint", "text/plain", known)).isBetween(400, 499);
    }

    @Test
    void a_head_that_is_too_long_is_refused_without_a_trace() throws Exception {
        assertThat(told(head("GET", "/sign-in", "X-Long: " + "y".repeat(30_000)), new byte[0]))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("Tomcat", "Exception", "at org.");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return packed.toByteArray();
    }

    @Test
    void a_server_without_memory_for_a_form_says_when_to_come_back() {
        Browser browser = new Browser(port).get("/sign-in");
        try (Budget.Place half = budget.hold("one", most());
                Budget.Place other = budget.hold("other", most())) {
            browser.submitOnly("/sign-in", Map.of("mail", "ned@example.org", "password", PASSWORD));
            assertThat(browser.status()).isEqualTo(503);
            assertThat(browser.header("Retry-After")).isEqualTo("10");
            assertThat(browser.text()).contains("Very many at once");
        }
        browser.get("/sign-in").submitOnly("/sign-in", Map.of("mail", "ned@example.org", "password", PASSWORD));
        assertThat(browser.status()).isEqualTo(303);
    }

    /** Half of what there is for what is sent. */
    private static long most() {
        return Runtime.getRuntime().maxMemory() / (1 << 20) / 8 * 1024 / 2 * 1024;
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
            Browser join = new Browser(port).get("/join").submit("/join", Map.of("name", "Ned", "mail", mails[i]));
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
