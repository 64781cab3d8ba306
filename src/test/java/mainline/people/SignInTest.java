package mainline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.TestClock;
import mainline.platform.Jobs;
import mainline.platform.RateLimit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest extends AtTheDoor {
    private static final String OTHER = "eleven loud umbrellas";

    private final RateLimit limit;
    private final Jobs jobs;

    SignInTest(People people, JdbcClient db, TestClock clock, RateLimit limit, Jobs jobs) {
        super(people, db, clock);
        this.limit = limit;
        this.jobs = jobs;
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
    void after_ten_wrong_passwords_each_makes_the_wait_longer() {
        String mail = somebody();
        for (int i = 0; i < 11; i++)
            assertThat(from("192.0.2." + i, mail, "guess number " + i).status()).isEqualTo(422);
        Browser browser = trySignIn(mail, PASSWORD);
        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.header("Retry-After")).isEqualTo("60");
        assertThat(browser.text()).contains("tried again in a minute", "have a link sent to your mail");
        assertThat(browser.page().select("input[name=mail]").val()).isEqualTo(mail);
        clock.advance(Duration.ofSeconds(61));
        assertThat(trySignIn(mail, "wrong again").status()).isEqualTo(422);
        clock.advance(Duration.ofSeconds(61));
        assertThat(trySignIn(mail, PASSWORD).header("Retry-After")).isEqualTo("59");
        clock.advance(Duration.ofSeconds(60));
        assertThat(trySignIn(mail, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void many_addresses_guess_no_faster_than_one() {
        String mail = somebody();
        long looked = 0;
        for (int minute = 0; minute < 24 * 60; minute += 15) {
            if (from("198.51." + minute % 250 + ".7", mail, "guess number " + minute)
                            .status()
                    == 422) looked++;
            clock.advance(Duration.ofMinutes(15));
        }
        assertThat(looked).isBetween(25L, 45L);
    }

    @Test
    void what_others_guess_keeps_nobody_out_of_a_browser_they_used_before() {
        String mail = somebody();
        Browser own = browser().with("X-Forwarded-For", "203.0.113.5").signIn(mail, PASSWORD);
        own.get("/me").submitOnly("/sign-out", Map.of());
        guess(mail, 30);
        own.with("X-Forwarded-For", "198.51.100.5");
        own.get("/sign-in").submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(own.status()).isEqualTo(303);
    }

    @Test
    void what_others_guess_keeps_nobody_out_of_a_network_they_used_before() {
        String mail = somebody();
        assertThat(from("203.0.113.5", mail, PASSWORD).status()).isEqualTo(303);
        guess(mail, 30);
        assertThat(from("203.0.113.99", mail, PASSWORD).status()).isEqualTo(303);
        clock.advance(Duration.ofDays(31));
        guess(mail, 30);
        assertThat(from("203.0.113.99", mail, PASSWORD).status())
                .as("a network is not remembered for ever")
                .isEqualTo(429);
    }

    @Test
    void a_browser_known_for_one_person_is_strange_for_another() {
        String victim = somebody();
        Browser thief = browser().signIn(somebody(), PASSWORD);
        thief.get("/me").submitOnly("/sign-out", Map.of());
        guess(victim, 30);
        thief.get("/sign-in").submitOnly("/sign-in", Map.of("mail", victim, "password", "one more guess"));
        assertThat(thief.status()).isEqualTo(429);
    }

    @Test
    void a_known_browser_guesses_no_more_than_a_stranger() {
        String mail = somebody();
        Browser own = browser().signIn(mail, PASSWORD);
        own.get("/me").submitOnly("/sign-out", Map.of());
        for (int i = 0; i < 11; i++) {
            own.get("/sign-in").submitOnly("/sign-in", Map.of("mail", mail, "password", "guess number " + i));
            assertThat(own.status()).isEqualTo(422);
        }
        own.get("/sign-in").submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(own.status()).isEqualTo(429);
    }

    @Test
    void right_passwords_do_not_count() {
        String mail = somebody();
        for (int i = 0; i < 13; i++)
            assertThat(from("198.51.100." + i, mail, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void many_wrong_passwords_at_once_are_no_more_than_the_limit() {
        String mail = somebody();
        long looked = IntStream.range(0, 40)
                .parallel()
                .filter(i -> trySignIn(mail, "guess number " + i).status() == 422)
                .count();
        assertThat(looked).isEqualTo(11);
    }

    @Test
    void strangers_are_slowed_down_alike_for_known_and_unknown_addresses() {
        String mail = somebody();
        guess(mail, 12);
        guess("nobody-at-all@example.org", 12);
        Browser known = trySignIn(mail, "wrong");
        Browser unknown = trySignIn("nobody-at-all@example.org", "wrong");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(429);
        assertThat(known.header("Retry-After")).isEqualTo(unknown.header("Retry-After"));
        assertThat(known.text()).isEqualTo(unknown.text());
    }

    @Test
    void guesses_at_many_accounts_from_one_network_end_and_do_not_keep_known_browsers_out() {
        String mail = somebody();
        String other = somebody();
        Browser known = browser().with("X-Forwarded-For", "192.0.2.5").signIn(mail, PASSWORD);
        known.get("/me").submitOnly("/sign-out", Map.of());
        wrongInTheHall("192.0.2.0/24", 199);
        assertThat(from("192.0.2.9", other, PASSWORD).status())
                .as("others in the hall come in although many mistyped")
                .isEqualTo(303);
        wrongInTheHall("192.0.2.0/24", 10);
        Browser spraying = from("192.0.2.9", "spray@example.org", "guess");
        assertThat(spraying.status()).isEqualTo(429);
        assertThat(spraying.text()).contains("people in your network", "in 15 minutes");
        known.get("/sign-in").submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(known.status()).isEqualTo(303);
    }

    private void wrongInTheHall(String network, int times) {
        for (int i = 0; i < times; i++) limit.allow("sign-in-network", network, 202, Duration.ofMinutes(15));
    }

    @Test
    void a_link_by_mail_signs_in_while_passwords_are_not_taken() {
        String mail = somebody();
        guess(mail, 30);
        Browser owner = browser().get("/sign-in");
        owner.submitOnly("/sign-in", Map.of("mail", mail, "password", PASSWORD));
        assertThat(owner.page().select("button[formaction=/reset]")).hasSize(1);
        owner.post(
                "/reset",
                Map.of(
                        "mail",
                        mail,
                        "_csrf",
                        owner.page().select("input[name=_csrf]").val()));
        assertThat(owner.header("Location")).isEqualTo("/reset/sent");
        String link = link(mail);
        owner.get(link);
        owner.submitOnly(link, Map.of("keep", "true"));
        assertThat(owner.status()).isEqualTo(303);
        assertThat(isSignedIn(owner)).isTrue();
        assertThat(browser().get(link).status()).isEqualTo(410);
        clock.advance(Duration.ofDays(2));
        assertThat(trySignIn(mail, PASSWORD).status())
                .as("the password stayed as it was")
                .isEqualTo(303);
    }

    @Test
    void who_asks_for_many_links_is_told_that_the_last_still_works() {
        String mail = somebody();
        for (int i = 0; i < 5; i++) browser().get("/reset").submit("/reset", Map.of("mail", mail));
        Browser browser = browser().get("/reset").submitOnly("/reset", Map.of("mail", mail));
        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.text()).contains("the newest still opens your account", "in 60 minutes");
        assertThat(browser.page().select("input[name=mail]").val()).isEqualTo(mail);
        assertThat(browser().get(link(mail)).status()).isEqualTo(200);
    }

    @Test
    void from_where_people_signed_in_is_kept_as_digests_and_not_for_ever() {
        String mail = somebody();
        from("203.0.113.5", mail, PASSWORD);
        long known = db.sql("select count(*) from familiar").query(Long.class).single();
        assertThat(known).isGreaterThanOrEqualTo(2);
        clock.advance(Duration.ofDays(366));
        jobs.run("people-purge");
        assertThat(db.sql("select count(*) from familiar").query(Long.class).single())
                .isZero();
    }

    @Test
    void a_network_is_the_beginning_of_an_address_however_it_is_written() {
        assertThat(Network.prefix("203.0.113.77")).isEqualTo("203.0.113.0/24");
        assertThat(Network.prefix("::ffff:203.0.113.77")).isEqualTo("203.0.113.0/24");
        assertThat(Network.prefix("203.0.113.77:51000")).isEqualTo("203.0.113.0/24");
        assertThat(Network.prefix("2001:db8:0:0:1::2")).isEqualTo(Network.prefix("2001:db8::9"));
        assertThat(Network.prefix("[2001:db8:1:2::9]:443")).isEqualTo("2001:0db8:0001:0002::/64");
        assertThat(Network.prefix("fe80::1%eth0")).isEqualTo("fe80:0000:0000:0000::/64");
        assertThat(Network.prefix("unknown")).isEqualTo("?");
    }

    /** What strangers try, without the time it takes. */
    private void guess(String mail, int times) {
        for (int i = 0; i < times; i++) limit.attempt("sign-in", mail, Limits.GUESSES);
    }

    private Browser from(String address, String mail, String password) {
        return browser()
                .with("X-Forwarded-For", address)
                .get("/sign-in")
                .submitOnly("/sign-in", Map.of("mail", mail, "password", password));
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
    void whoever_is_no_longer_written_to_is_told_on_signing_in_and_on_the_own_page_and_mends_it_there() {
        String mail = somebody();
        refuse(mail);
        Browser browser = browser().signIn(mail, PASSWORD);
        assertThat(browser.text()).contains("Mail to your address is refused");
        assertThat(browser.get("/me").text()).contains("could not be delivered", "550 5.1.1 No such user");
        browser.submit("/me/mail/confirmation", Map.of());
        assertThat(browser.text()).contains("Mail goes to your address again").doesNotContain("No such user");
        refuse(mail);
        String wanted = "moved-" + mail;
        browser.get("/me").submit("/me/mail", Map.of("mail", wanted, "password", PASSWORD));
        browser.get(link(wanted)).submit(link(wanted), Map.of());
        assertThat(browser.get("/me").text()).contains(wanted).doesNotContain("No such user");
        assertThat(db.sql("select count(*) from refused_address where address = ?")
                        .param(mail)
                        .query(Long.class)
                        .single())
                .as("nobody is written to there any more")
                .isZero();
    }

    @Test
    void a_new_address_that_was_refused_is_told_where_it_was_asked_for() {
        Browser browser = browser().signIn(somebody(), PASSWORD).get("/me");
        String wanted = anAddress();
        browser.submit("/me/mail", Map.of("mail", wanted, "password", PASSWORD));
        refuse(wanted);
        assertThat(browser.get("/me").text()).contains(wanted, "could not be delivered", "550 5.1.1 No such user");
    }

    @Test
    void a_changed_profile_shows_at_once() {
        Browser browser = browser().signIn(somebody(), PASSWORD).get("/me");
        browser.submit("/me/profile", Map.of("name", "Renamed <b>Person</b>", "about", "I *garden*."));
        assertThat(browser.page().select(".bar .name").text()).isEqualTo("Renamed <b>Person</b>");
        assertThat(browser.page().select("input[name=name]").val()).isEqualTo("Renamed <b>Person</b>");
    }
}
