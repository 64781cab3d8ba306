package mainline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import mainline.Browser;
import mainline.TestClock;
import mainline.platform.RateLimit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JoinTest extends AtTheDoor {
    private final RateLimit limit;

    JoinTest(People people, JdbcClient db, TestClock clock, RateLimit limit) {
        super(people, db, clock);
        this.limit = limit;
    }

    private Browser ask(Browser browser, String name, String mail) {
        return browser.get("/join").submit("/join", Map.of("name", name, "mail", mail));
    }

    @Test
    void who_follows_the_link_has_an_account_and_is_signed_in() {
        String mail = anAddress();
        Browser browser = browser();
        assertThat(ask(browser, "Ines Vale", mail).path()).isEqualTo("/join/sent");
        assertThat(people.byMail(mail)).isEmpty();
        browser.get(link(mail));
        assertThat(people.byMail(mail))
                .as("looking at the link changes nothing")
                .isEmpty();
        browser.submitOnly(link(mail), Map.of());
        assertThat(browser.status()).isEqualTo(303);
        assertThat(people.byMail(mail)).get().extracting(Person::name).isEqualTo("Ines Vale");
        assertThat(browser.get("/me").path()).isEqualTo("/me");
    }

    @Test
    void the_letter_and_its_page_say_until_when_the_link_works() {
        String mail = anAddress();
        clock.reset();
        Browser browser = browser();
        ask(browser, "Ines Vale", mail);
        assertThat(mails.lastTo(mail).text().replaceAll("\\s+", " "))
                .contains("until Wednesday, March 4, 2026, 9:00 AM UTC.");
        assertThat(browser.get(link(mail)).text())
                .contains("It ends in 2 days (Wednesday, March 4, 2026, 9:00 AM UTC)");
    }

    @Test
    void however_an_address_is_spelled_it_is_one_account() {
        String mail = "jana" + anAddress().replace("example.org", "exämple.de");
        people.create("Jana", mail.toUpperCase(java.util.Locale.ROOT) + ".", PASSWORD);
        for (String spelled : new String[] {mail, mail.replace("exämple", "xn--exmple-cua"), mail + "."}) {
            Browser browser = browser().get("/sign-in");
            browser.submitOnly("/sign-in", Map.of("mail", spelled, "password", PASSWORD));
            assertThat(browser.status()).as(spelled).isEqualTo(303);
            ask(browser(), "Jana again", spelled);
            assertThat(mails.lastTo(mail.replace("exämple", "xn--exmple-cua")).subject())
                    .as(spelled)
                    .isEqualTo("You have an account already");
            assertThat(people.bring("Imported", spelled))
                    .isEqualTo(people.byMail(mail).orElseThrow());
        }
        assertThat(browser().signIn(mail, PASSWORD).get("/me").text()).contains(mail);
    }

    @Test
    void an_account_kept_under_another_spelling_is_found_by_all_of_them() {
        String mail = "old" + anAddress().replace("example.org", "exämple.de");
        long id = people.create("Older Than That", anAddress(), PASSWORD).id().value();
        for (String kept : new String[] {mail, mail + ".", mail.replace("exämple", "xn--exmple-cua") + "."}) {
            db.sql("update person set mail = ? where id = ?").params(kept, id).update();
            for (String spelled : new String[] {mail, mail.replace("exämple", "xn--exmple-cua"), kept}) {
                assertThat(people.byMail(spelled)).as(kept + " by " + spelled).isPresent();
                ask(browser(), "Another", spelled);
                assertThat(mails.lastTo(mail.replace("exämple", "xn--exmple-cua"))
                                .subject())
                        .isEqualTo("You have an account already");
            }
        }
    }

    @Test
    void what_cannot_be_sent_to_is_refused_beside_the_field_and_what_carriers_hand_out_is_not() {
        for (String odd : new String[] {"a@exa_mple.org", "a@b@example.org", "a@[127.0.0.1]", "Ann <a@example.org>"}) {
            Browser browser = ask(browser(), "Odd", odd);
            assertThat(browser.status()).as(odd).isEqualTo(422);
            assertThat(browser.page().select("#f-mail-problem").text()).contains("No mail can be sent to this");
            assertThat(browser.page().select("input[name=mail]").val()).isEqualTo(odd);
        }
        for (String odd : new String[] {"a..b@carrier.example", "dot.@carrier.example"}) {
            assertThat(ask(browser(), "Odd", odd).path()).isEqualTo("/join/sent");
            assertThat(mails.to(odd)).hasSize(1);
        }
    }

    @Test
    void whoever_waits_for_a_letter_that_was_refused_is_told_wherever_they_look_next() {
        String mail = anAddress();
        Browser browser = ask(browser(), "Waiting", mail);
        assertThat(browser.text()).contains("Look into your mail");
        db.sql("update outgoing_mail set last_error = '450 4.2.0 Greylisted' where recipient = ?")
                .param(mail)
                .update();
        assertThat(browser.get("/join/sent").text())
                .contains("has not left yet", "450 4.2.0 Greylisted", "tried again");
        refuse(mail);
        assertThat(browser.get("/join/sent").page().select("h1").text())
                .isEqualTo("The message could not be delivered");
        for (String page : new String[] {"/join/sent", "/join", "/sign-in", "/reset"})
            assertThat(browser.get(page).text())
                    .as(page)
                    .contains(
                            "The message to \u2068" + mail + "\u2069 could not be delivered", "550 5.1.1 No such user");
        assertThat(browser().get("/join").text()).as("nobody else is").doesNotContain("could not be delivered");
    }

    @Test
    void a_refused_address_is_written_to_again_when_its_owner_says_that_it_is_right() {
        String mail = anAddress();
        ask(browser(), "Sure", mail);
        refuse(mail);
        Browser browser = ask(browser(), "Sure", mail);
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("#f-mail-problem").text()).contains("was refused", "550 5.1.1 No such user");
        assertThat(mails.to(mail)).hasSize(1);
        browser.submit("/join", Map.of("sure", "yes"));
        assertThat(browser.path()).isEqualTo("/join/sent");
        assertThat(browser.text()).doesNotContain("could not be delivered");
        browser.get(link(mail)).submit(link(mail), Map.of());
        assertThat(people.byMail(mail)).isPresent();
    }

    @Test
    void a_link_works_once() {
        String mail = anAddress();
        Browser browser = browser();
        ask(browser, "Once", mail);
        String link = link(mail);
        browser.get(link).submit(link, Map.of());
        assertThat(browser().get(link).status()).isEqualTo(410);
    }

    @Test
    void of_many_who_follow_a_link_at_once_one_comes_in() {
        String mail = anAddress();
        Browser first = browser();
        ask(first, "Racer", mail);
        String link = link(mail);
        first.get(link);
        String token = first.page().select("input[name=_csrf]").attr("value");
        long in = IntStream.range(0, 12)
                .parallel()
                .filter(each -> {
                    Browser other = browser();
                    other.cookies().putAll(first.cookies());
                    other.post(link, Map.of("_csrf", token));
                    return other.status() == 303;
                })
                .count();
        assertThat(in).isEqualTo(1);
    }

    @Test
    void a_link_that_is_too_old_does_nothing() {
        String mail = anAddress();
        Browser browser = browser();
        ask(browser, "Late", mail);
        clock.advance(Duration.ofHours(49));
        assertThat(browser.get(link(mail)).status()).isEqualTo(410);
        assertThat(people.byMail(mail)).isEmpty();
    }

    @Test
    void in_any_browser_the_link_opens_the_account_and_only_where_it_was_asked_for_it_goes_by_itself() {
        String mail = anAddress();
        Browser here = ask(browser(), "Elsewhere", mail);
        String link = link(mail);
        assertThat(here.get(link).page().select("form[data-goes]")).hasSize(1);
        Browser other = browser().get(link);
        assertThat(other.page().select("form[data-goes]")).isEmpty();
        assertThat(other.text()).contains("Is that you?", "Elsewhere", "Yes, that is me");
        other.submitOnly(link, Map.of());
        assertThat(other.status()).isEqualTo(303);
        assertThat(people.byMail(mail)).isPresent();
    }

    @Test
    void without_a_password_one_signs_in_by_a_link_and_may_choose_one_later() {
        String mail = anAddress();
        Browser browser = ask(browser(), "No Password", mail);
        browser.get(link(mail)).submit(link(mail), Map.of());
        for (String guess : new String[] {"", "anything at all"}) {
            Browser wrong = browser().get("/sign-in").submit("/sign-in", Map.of("mail", mail, "password", guess));
            assertThat(wrong.status()).as("<" + guess + ">").isEqualTo(422);
        }
        assertThat(browser.get("/me").text()).contains("You have none: we mail you a link");
        browser.submit("/reset", Map.of());
        Browser later = browser().get(link(mail));
        later.submitOnly(link(mail), Map.of("password", PASSWORD));
        assertThat(later.header("Location")).isEqualTo("/me");
        assertThat(browser().signIn(mail, PASSWORD).get("/me").text()).contains(mail);
    }

    @Test
    void known_and_unknown_addresses_get_the_same_answer() {
        String known = anAddress();
        people.create("Known Person", known, PASSWORD);
        Browser one = ask(browser(), "Somebody", known);
        Browser two = ask(browser(), "Somebody", anAddress());
        assertThat(one.status()).isEqualTo(two.status()).isEqualTo(200);
        assertThat(one.path()).isEqualTo(two.path());
        assertThat(one.text()).isEqualTo(two.text());
        assertThat(mails.lastTo(known).text()).contains("has an account already");
        assertThat(people.byMail(known)).get().extracting(Person::name).isEqualTo("Known Person");
    }

    @Test
    void an_imported_person_takes_up_what_they_wrote() {
        String mail = anAddress();
        Person imported = people.bring("old name", mail);
        Browser browser = browser();
        ask(browser, "New Name", mail);
        browser.get(link(mail)).submitOnly(link(mail), Map.of());
        assertThat(people.byMail(mail)).get().satisfies(person -> {
            assertThat(person.id()).isEqualTo(imported.id());
            assertThat(person.name()).isEqualTo("New Name");
        });
    }

    @Test
    void a_weak_password_is_refused_and_the_link_stays() {
        String mail = anAddress();
        ask(browser(), "Wilhelmina Rosenkranz", mail);
        for (String weak : new String[] {
            "short", "password1234", "aaaaaaaaaaaaaaaa", "qwertyuiop12", "x".repeat(201), "wilhelminarosenkranz"
        }) {
            Browser browser = browser().get(link(mail)).submit(link(mail), Map.of("password", weak));
            assertThat(browser.status()).as(weak).isEqualTo(422);
            assertThat(browser.page().select("input[name=password]").val()).isEmpty();
        }
        assertThat(people.byMail(mail)).isEmpty();
        browser().get(link(mail)).submit(link(mail), Map.of("password", PASSWORD));
        assertThat(browser().signIn(mail, PASSWORD).get("/me").path()).isEqualTo("/me");
    }

    @Test
    void joining_too_often_is_slowed_down_and_nothing_typed_is_lost() {
        String mail = anAddress();
        for (int i = 0; i < 5; i++) ask(browser(), "Often", mail);
        Browser browser = ask(browser(), "Often", mail);
        assertThat(browser.status()).isEqualTo(429);
        assertThat(browser.header("Retry-After")).isEqualTo("3600");
        assertThat(browser.text()).contains("in 60 minutes", "Look into your mail");
        assertThat(browser.page().select("input[name=name]").val()).isEqualTo("Often");
        assertThat(browser.page().select("input[name=mail]").val()).isEqualTo(mail);
    }

    @Test
    void a_hundred_people_in_one_hall_join_within_the_hour() {
        for (int i = 0; i < 90; i++) limit.allow("join-network", "203.0.113.0/24", 200, Duration.ofHours(1));
        for (int i = 90; i < 100; i++) {
            String mail = anAddress();
            Browser phone = browser().with("X-Forwarded-For", "203.0.113.30");
            assertThat(ask(phone, "", mail).status()).isEqualTo(422);
            assertThat(ask(phone, "Person " + i, mail).path()).isEqualTo("/join/sent");
            String link = link(mail);
            phone.get(link).submitOnly(link, Map.of());
            assertThat(phone.status()).as("person " + i).isEqualTo(303);
        }
    }
}
