package mainline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mainline.Browser;
import mainline.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest extends AtTheDoor {
    private static final String OTHER = "eleven loud umbrellas";

    SignInTest(People people, JdbcClient db, TestClock clock) {
        super(people, db, clock);
    }

    private boolean isSignedIn(Browser browser) {
        return browser.ask("/me").status() == 200;
    }

    private Browser trySignIn(String mail, String password) {
        return browser().get("/sign-in").submitOnly("/sign-in", Map.of("mail", mail, "password", password));
    }

    @Test
    void whoever_knows_the_password_comes_in_and_goes_where_they_wanted() {
        String mail = somebody();
        Browser browser = browser().get("/me/sessions");
        assertThat(browser.path()).isEqualTo("/sign-in?then=%2Fme%2Fsessions");
        browser.submit("/sign-in", Map.of("mail", mail.toUpperCase(), "password", PASSWORD));
        assertThat(browser.path()).isEqualTo("/me/sessions");
        assertThat(browser.text()).contains("This browser");
    }

    @Test
    void nobody_is_led_to_another_site() {
        String mail = somebody();
        for (String then : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"}) {
            Browser browser = browser()
                    .get("/sign-in?then=" + java.net.URLEncoder.encode(then, java.nio.charset.StandardCharsets.UTF_8));
            browser.submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD, "then", then));
            assertThat(browser.header("Location")).isEqualTo("/");
        }
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        Browser wrong = trySignIn(somebody(), "not the password");
        Browser unknown = trySignIn("nobody@example.org", "not the password");
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.page().select("input[name=password]").val()).isEmpty();
    }

    @Test
    void an_imported_person_cannot_sign_in() {
        people.bring("Imported", "imported@example.org");
        assertThat(trySignIn("imported@example.org", "").status()).isEqualTo(422);
    }

    @Test
    void guessing_is_slowed_down_even_with_the_right_password_at_last() {
        String mail = somebody();
        for (int i = 0; i < 10; i++)
            assertThat(trySignIn(mail, "guess number " + i).status()).isEqualTo(422);
        Browser browser = trySignIn(mail, PASSWORD);
        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.header("Retry-After")).isEqualTo("900");
        clock.advance(Duration.ofMinutes(16));
        assertThat(trySignIn(mail, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void signing_in_gives_a_new_key_and_ends_the_old_one() {
        String mail = somebody();
        Browser browser = browser().signIn(mail, PASSWORD);
        String before = browser.cookies().get("session");
        Browser thief = browser();
        thief.cookies().put("session", before);
        assertThat(isSignedIn(thief)).isTrue();
        browser.cookies().remove("session");
        browser.get("/sign-in");
        browser.cookies().put("session", before);
        browser.submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(browser.cookies().get("session")).isNotEqualTo(before);
        assertThat(isSignedIn(thief)).isFalse();
    }

    @Test
    void signing_out_ends_the_session_at_once() {
        Browser browser = browser().signIn(somebody(), PASSWORD);
        Browser copy = browser();
        copy.cookies().putAll(browser.cookies());
        assertThat(isSignedIn(copy)).isTrue();
        browser.get("/me").submitOnly("/sign-out", Map.of());
        assertThat(browser.cookies()).doesNotContainKey("session");
        assertThat(isSignedIn(copy)).isFalse();
    }

    @Test
    void a_session_is_listed_and_can_be_ended_from_another() {
        String mail = somebody();
        Browser lost = browser()
                .with("User-Agent", "Mozilla/5.0 (Windows) Firefox/150.0")
                .signIn(mail, PASSWORD);
        assertThat(isSignedIn(lost)).isTrue();
        Browser here = browser().signIn(mail, PASSWORD).get("/me/sessions");
        assertThat(here.text()).contains("Firefox, Windows");
        String form = here.page()
                .select("form[action^=/me/sessions/]:not([action$=others])")
                .attr("action");
        here.submit(form, Map.of());
        assertThat(here.status()).isEqualTo(200);
        assertThat(isSignedIn(lost)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
    }

    @Test
    void nobody_ends_the_session_of_another_person() {
        Browser other = browser().signIn(somebody(), PASSWORD);
        long id = db.sql("select max(id) from session").query(Long.class).single();
        Browser browser = browser().signIn(somebody(), PASSWORD).get("/me/sessions");
        String token = browser.page().select("input[name=_csrf]").attr("value");
        browser.post("/me/sessions/" + id, Map.of("_csrf", token, "_method", "delete"));
        assertThat(isSignedIn(other)).isTrue();
    }

    @Test
    void one_can_sign_out_everywhere_else() {
        String mail = somebody();
        Browser one = browser().signIn(mail, PASSWORD);
        Browser two = browser().signIn(mail, PASSWORD);
        Browser here = browser().signIn(mail, PASSWORD).get("/me/sessions").submit("/me/sessions/others", Map.of());
        assertThat(isSignedIn(one)).isFalse();
        assertThat(isSignedIn(two)).isFalse();
        assertThat(isSignedIn(here)).isTrue();
    }

    @Test
    void an_unused_session_ends_by_itself() {
        Browser browser = browser().signIn(somebody(), PASSWORD);
        clock.advance(Duration.ofDays(29));
        assertThat(isSignedIn(browser)).isTrue();
        clock.advance(Duration.ofDays(29));
        assertThat(isSignedIn(browser)).as("it was used meanwhile").isTrue();
        clock.advance(Duration.ofDays(31));
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void a_used_session_ends_after_ninety_days_nevertheless() {
        Browser browser = browser().signIn(somebody(), PASSWORD);
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofDays(22));
            assertThat(isSignedIn(browser)).isTrue();
        }
        clock.advance(Duration.ofDays(3));
        assertThat(isSignedIn(browser)).isFalse();
    }

    @Test
    void changing_the_password_needs_the_present_one_and_ends_the_other_sessions() {
        String mail = somebody();
        Browser other = browser().signIn(mail, PASSWORD);
        Browser here = browser().signIn(mail, PASSWORD);
        here.get("/me").submitOnly("/me/password", Map.of("password", "wrong", "password-new", OTHER));
        assertThat(here.status()).isEqualTo(422);
        here.get("/me").submit("/me/password", Map.of("password", PASSWORD, "password-new", OTHER));
        assertThat(here.path()).isEqualTo("/me");
        assertThat(isSignedIn(other)).isFalse();
        assertThat(trySignIn(mail, PASSWORD).status()).isEqualTo(422);
        assertThat(trySignIn(mail, OTHER).status()).isEqualTo(303);
    }

    @Test
    void a_reset_sets_a_new_password_once_and_ends_every_session() {
        String mail = somebody();
        Browser before = browser().signIn(mail, PASSWORD);
        browser().get("/reset").submit("/reset", Map.of("mail", mail));
        String link = link(mail);
        Browser browser = browser().get(link);
        browser.submitOnly(link, Map.of("password", "short"));
        assertThat(browser.status())
                .as("the link stays when the password is refused")
                .isEqualTo(422);
        browser.submitOnly(link, Map.of("password", OTHER));
        assertThat(browser.status()).isEqualTo(303);
        assertThat(isSignedIn(browser)).isTrue();
        assertThat(isSignedIn(before)).isFalse();
        assertThat(browser().get(link).status()).isEqualTo(410);
        assertThat(trySignIn(mail, OTHER).status()).isEqualTo(303);
    }

    @Test
    void a_reset_answers_alike_for_known_and_unknown_addresses() {
        String mail = somebody();
        Browser known = browser().get("/reset").submit("/reset", Map.of("mail", mail));
        Browser unknown = browser().get("/reset").submit("/reset", Map.of("mail", "stranger@example.org"));
        assertThat(known.text()).isEqualTo(unknown.text());
        assertThat(mails.lastTo("stranger@example.org").text()).doesNotContain("/link/");
    }

    @Test
    void a_reset_link_is_good_for_an_hour() {
        String mail = somebody();
        browser().get("/reset").submit("/reset", Map.of("mail", mail));
        clock.advance(Duration.ofMinutes(61));
        assertThat(browser().get(link(mail)).status()).isEqualTo(410);
    }

    @Test
    void a_new_address_counts_once_its_owner_has_confirmed_it_and_the_old_one_is_told() {
        String old = somebody();
        String wanted = "moved-" + old;
        Browser browser = browser().signIn(old, PASSWORD).get("/me");
        browser.submit("/me/mail", Map.of("mail", wanted, "password", PASSWORD));
        assertThat(mails.lastTo(old).text()).contains(wanted).doesNotContain("/link/");
        assertThat(people.byMail(wanted)).isEmpty();
        String link = link(wanted);
        browser().get(link).submit(link, Map.of());
        assertThat(people.byMail(wanted)).isPresent();
        assertThat(people.byMail(old)).isEmpty();
    }

    @Test
    void an_address_that_belongs_to_somebody_is_not_given_away() {
        String theirs = somebody();
        String own = somebody();
        Browser browser = browser().signIn(own, PASSWORD).get("/me");
        browser.submit("/me/mail", Map.of("mail", theirs, "password", PASSWORD));
        assertThat(browser.path()).as("the page does not tell").isEqualTo("/me");
        assertThat(mails.lastTo(theirs).text()).doesNotContain("/link/");
    }

    @Test
    void a_changed_profile_shows_at_once() {
        Browser browser = browser().signIn(somebody(), PASSWORD).get("/me");
        browser.submit("/me/profile", Map.of("name", "Renamed <b>Person</b>", "about", "I *garden*."));
        assertThat(browser.page().select(".bar .name").text()).isEqualTo("Renamed <b>Person</b>");
        assertThat(browser.page().select("input[name=name]").val()).isEqualTo("Renamed <b>Person</b>");
    }
}
