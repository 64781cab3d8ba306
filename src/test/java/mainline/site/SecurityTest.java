package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.people.People;
import mainline.platform.Letter;
import mainline.platform.Post;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class SecurityTest {
    private static final String PASSWORD = "seven quiet lanterns";

    private final People people;
    private final Post post;
    private final JdbcClient db;

    @LocalServerPort
    private int port;

    SecurityTest(People people, Post post, JdbcClient db) {
        this.people = people;
        this.post = post;
        this.db = db;
    }

    @BeforeEach
    void somebody_is_there() {
        if (!people.isSetUp()) {
            people.create("Olga", "olga@example.org", PASSWORD);
            people.create("Ned", "ned@example.org", PASSWORD);
        }
    }

    private Browser browser() {
        return new Browser(port);
    }

    @Test
    void every_page_says_what_a_browser_may_do_with_it() {
        Browser browser = browser().get("/sign-in");
        String policy = browser.header("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .contains("script-src 'nonce-" + browser.page().select("script").attr("nonce") + "' 'strict-dynamic'")
                .doesNotContain("unsafe");
        assertThat(browser.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(browser.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(browser.header("Permissions-Policy")).contains("camera=()");
        assertThat(browser.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(browser.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(browser.header("Strict-Transport-Security")).isEmpty();
        assertThat(browser.header("Server")).isEmpty();
    }

    @Test
    void each_answer_has_a_nonce_of_its_own() {
        String first = browser().get("/sign-in").header("Content-Security-Policy");
        assertThat(browser().get("/sign-in").header("Content-Security-Policy")).isNotEqualTo(first);
    }

    @Test
    void a_page_for_somebody_is_kept_by_no_cache() {
        Browser browser = browser().signIn("ned@example.org", PASSWORD).get("/me");
        assertThat(browser.header("Cache-Control")).contains("no-store");
    }

    @Test
    void error_pages_have_the_same_headers() {
        Browser browser = browser().get("/no-such-community/nothing");
        assertThat(browser.status()).isEqualTo(404);
        assertThat(browser.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void over_tls_the_cookies_are_bound_to_this_host() {
        Browser browser = browser().with("X-Forwarded-Proto", "https");
        browser.get("/sign-in");
        assertThat(browser.header("Strict-Transport-Security")).startsWith("max-age=31536000");
        browser.submitOnly("/sign-in", Map.of("mail", "ned@example.org", "password", PASSWORD));
        assertThat(browser.setCookies())
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(browser.cookies()).containsKey("__Host-session").doesNotContainKey("session");
    }

    @Test
    void without_tls_the_cookies_are_closed_to_scripts_and_other_sites() {
        Browser browser = browser().signIn("ned@example.org", PASSWORD);
        assertThat(browser.setCookies())
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void a_write_without_the_token_of_a_form_is_refused_and_what_was_typed_is_shown() {
        Browser browser = browser().signIn("ned@example.org", PASSWORD);
        browser.post(
                "/me/profile",
                Map.of(
                        "name",
                        "Changed",
                        "about",
                        "A long text that somebody has typed.",
                        "password",
                        "never shown again, this"));
        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.text()).contains("too old").doesNotContain("never shown");
        assertThat(browser.page().select("textarea").text()).contains("A long text that somebody has typed.");
        assertThat(people.byMail("ned@example.org")).get().extracting("name").isEqualTo("Ned");
    }

    @Test
    void a_token_of_another_browser_is_no_good() {
        Browser other = browser().get("/sign-in");
        String token = other.page().select("input[name=_csrf]").attr("value");
        Browser browser = browser().signIn("ned@example.org", PASSWORD);
        browser.post("/sign-out", Map.of("_csrf", token));
        assertThat(browser.status()).isEqualTo(403);
    }

    @Test
    void a_script_may_send_the_token_as_a_header() {
        Browser browser = browser().signIn("ned@example.org", PASSWORD).get("/me");
        String token = browser.page().select("meta[name=csrf]").attr("content");
        browser.with("X-CSRF-TOKEN", token).post("/sign-out", Map.of());
        assertThat(browser.status()).isEqualTo(303);
    }

    @Test
    void a_hidden_method_needs_the_token_too() {
        Browser browser = browser().signIn("ned@example.org", PASSWORD);
        assertThat(browser.post("/me/sessions/others", Map.of("_method", "delete"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void git_needs_no_form_token() {
        assertThat(browser()
                        .post("/nowhere/handbook.git/git-upload-pack", Map.of())
                        .status())
                .isNotEqualTo(403);
        assertThat(browser()
                        .post("/nowhere/handbook.git/git-receive-pack", Map.of())
                        .status())
                .as("an access token is asked for before it is told whether there is such a community")
                .isEqualTo(401);
    }

    @Test
    void a_page_without_a_form_sets_no_cookie() {
        assertThat(browser().get("/communities").setCookies()).isEmpty();
    }

    @Test
    void a_page_with_a_form_is_never_given_to_another_browser() {
        Browser first = browser().get("/sign-in").get("/sign-in");
        Browser second = browser().get("/sign-in");
        second.submitOnly("/sign-in", Map.of("mail", "ned@example.org", "password", PASSWORD));
        assertThat(first.cookies().get("csrf")).isNotEqualTo(second.cookies().get("csrf"));
        assertThat(second.status()).isEqualTo(303);
    }

    @Test
    void only_operators_see_the_administration() {
        assertThat(browser().get("/admin").path()).startsWith("/sign-in");
        Browser ned = browser().signIn("ned@example.org", PASSWORD);
        assertThat(ned.get("/admin").status()).isEqualTo(404);
        assertThat(ned.get("/admin/outbox").status()).isEqualTo(404);
        assertThat(ned.get("/admin/errands").status()).isEqualTo(404);
        Browser olga = browser().signIn("olga@example.org", PASSWORD).get("/admin");
        assertThat(olga.status()).isEqualTo(200);
        assertThat(olga.text()).contains("PostgreSQL").contains("Nothing is waiting");
    }

    @Test
    void an_operator_sees_which_addresses_are_refused_and_why_and_writes_to_them_again() {
        post.send(new Letter("gone@example.org", "Open your account", "…"));
        db.sql(
                        "insert into refused_address (address, reason, at, held) values (?, '550 No <b>such</b> user', now(), 2)")
                .param("gone@example.org")
                .update();
        db.sql("update outgoing_mail set refused = now(), last_error = '550 No <b>such</b> user'")
                .update();
        Browser olga = browser().signIn("olga@example.org", PASSWORD).get("/admin");
        assertThat(olga.text()).contains("One address is refused: see why.", "Nothing is waiting");
        assertThat(olga.get("/admin/outbox").text())
                .contains("gone@example.org", "550 No <b>such</b> user", "2 mails were not written since", "given up");
        olga.submit("/admin/outbox/again", Map.of());
        assertThat(olga.text()).contains("It is tried again", "No address is refused");
        assertThat(post.waiting()).isOne();
        db.sql("delete from outgoing_mail").update();
    }

    @Test
    void without_a_mail_server_the_pages_say_so_and_how_to_name_one() {
        Browser olga = browser().signIn("olga@example.org", PASSWORD).get("/admin/mail");
        assertThat(olga.text())
                .contains("No mail server is set", "MAINLINE_MAIL_HOST")
                .doesNotContain("Send it");
        assertThat(olga.page().select("form[action=/admin/mail/probes]")).isEmpty();
    }

    @Test
    void an_operator_sees_which_late_work_failed_and_why_and_has_it_tried_again() {
        db.sql("delete from scheduled_tasks").update();
        db.sql("""
                        insert into errand_failure (task_name, task_instance, attempts, error, at, given_up, task_data)
                        values ('errand.greeting', 'seven', 12, 'The <b>door</b> is closed.', now(), now(), '{}')
                        """).update();
        Browser olga = browser().signIn("olga@example.org", PASSWORD).get("/admin");
        assertThat(olga.text()).contains("One failed so far.");
        assertThat(olga.get("/admin/errands").text())
                .contains("greeting seven", "The <b>door</b> is closed.", "tried 12 times", "given up");
        olga.submit("/admin/errands/again", Map.of());
        assertThat(olga.text())
                .contains("It is tried again", "One errand is waiting.")
                .doesNotContain("tried 12 times");
    }

    @Test
    void an_operator_names_another_and_the_last_one_stays() {
        Browser olga = browser().signIn("olga@example.org", PASSWORD).get("/admin");
        Browser ned = browser().signIn("ned@example.org", PASSWORD);
        olga.submit("/admin/operators", Map.of("handle", "ned"));
        assertThat(ned.get("/admin").status()).isEqualTo(200);
        long id = people.byMail("ned@example.org").orElseThrow().id().value();
        olga.submit("/admin/operators/" + id, Map.of());
        assertThat(ned.get("/admin").status()).isEqualTo(404);
        long last = people.byMail("olga@example.org").orElseThrow().id().value();
        String token = olga.page().select("input[name=_csrf]").attr("value");
        olga.post("/admin/operators/" + last, Map.of("_method", "delete", "_csrf", token));
        assertThat(olga.status()).isEqualTo(422);
        assertThat(olga.get("/admin").status()).isEqualTo(200);
    }

    @Test
    void what_is_not_there_gets_a_page_or_a_line_of_text() {
        assertThat(browser().get("/nothing/here").text()).contains("There is nothing here");
        Browser program = browser().with("Accept", "application/json").get("/nothing/here");
        assertThat(program.status()).isEqualTo(404);
        assertThat(program.header("Content-Type")).startsWith("text/plain");
        assertThat(program.body()).hasLineCount(1);
    }

    @Test
    void a_method_that_a_page_does_not_take_is_said_so() {
        Browser browser = browser().get("/sign-in");
        String token = browser.page().select("input[name=_csrf]").attr("value");
        assertThat(browser.post("/communities/new", Map.of("_csrf", token)).status())
                .isEqualTo(405);
    }

    @Test
    void odd_addresses_are_refused_without_a_trace() {
        for (String path :
                new String[] {"/%2e%2e/%2e%2e/etc/passwd", "/a;b=c", "/%00", "/%ff%fe", "/sign-in?then=%00"}) {
            Browser browser = browser().get(path);
            assertThat(browser.status()).as(path).isBetween(200, 499);
            assertThat(browser.body()).as(path).doesNotContain("Exception", "at org.", "Tomcat");
        }
    }

    @Test
    void the_mail_of_a_demonstration_is_shown_nowhere_else() {
        assertThat(browser().get("/outbox").status()).isEqualTo(404);
    }

    @Test
    void a_slash_too_many_leads_to_the_page_without_it() {
        Browser browser = browser().ask("/sign-in/?then=%2Fme%2F");
        assertThat(browser.status()).isEqualTo(301);
        assertThat(browser.header("Location")).isEqualTo("/sign-in?then=%2Fme%2F");
        assertThat(browser().ask("/me/sessions/").header("Location")).isEqualTo("/me/sessions");
        assertThat(browser().ask("/a-community/ideas/").header("Location")).isEqualTo("/a-community/ideas");
    }

    @Test
    void a_slash_too_many_leads_to_no_other_host() {
        assertThat(browser().ask("//evil.example/").header("Location")).isEmpty();
        assertThat(browser().ask("/%2Fevil.example/").header("Location")).doesNotStartWith("//");
    }
}
