package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.people.People;
import mainline.platform.MailPause;
import mainline.platform.PlainSmtp;
import mainline.platform.Post;
import mainline.platform.ProbeEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@MainlineTest
class MailCheckTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String SECRET = "hunter2-of-harbour";
    private static final PlainSmtp server = server();

    private final People people;
    private final MailPause pause;
    private final Post post;
    private final MessageSource messages;

    @LocalServerPort
    private int port;

    MailCheckTest(People people, MailPause pause, Post post, MessageSource messages) {
        this.people = people;
        this.pause = pause;
        this.post = post;
        this.messages = messages;
    }

    private static PlainSmtp server() {
        try {
            return new PlainSmtp(false);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("mainline.mail.host", () -> "127.0.0.1");
        properties.add("mainline.mail.port", server::port);
        properties.add("mainline.mail.tls", () -> "none");
        properties.add("mainline.mail.from", () -> "Harbour <mail@harbour.invalid>");
        properties.add("mainline.mail.username", () -> "harbour");
        properties.add("mainline.mail.password", () -> SECRET);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void somebody_runs_it() {
        if (people.isSetUp()) return;
        people.create("Olga", "olga@example.org", PASSWORD);
        people.create("Ned", "ned@example.org", PASSWORD);
    }

    private Browser olga() {
        return new Browser(port).signIn("olga@example.org", PASSWORD);
    }

    private Browser probe(Browser who) {
        return who.get("/admin/mail").submit("/admin/mail/probes", Map.of());
    }

    @Test
    void a_test_mail_goes_out_at_once_and_the_page_shows_what_was_said() {
        Browser olga = probe(olga());
        assertThat(olga.status()).isEqualTo(200);
        assertThat(olga.text())
                .contains("The mail server has taken it", "MAIL FROM:<mail@harbour.invalid>", "354 go on", "the letter")
                .contains("Look into that mailbox");
        assertThat(server.heard("RCPT")).contains("RCPT TO:<olga@example.org>");
        assertThat(server.heard("Subject:")).contains("Subject: A test from Mainline");
        assertThat(post.waiting()).as("nothing of it is kept").isZero();
    }

    @Test
    void what_failed_stands_at_the_line_at_which_it_failed() {
        var answers = Map.of(
                "RCPT 550 5.1.1 No <b>such</b> user", "does not take mail for olga@example.org",
                "RCPT 450 4.2.0 Greylisted", "says: not now",
                "MAIL 553 5.7.1 Not yours", "does not let you send as Harbour <mail@harbour.invalid>");
        answers.forEach((answer, explained) -> {
            var parts = answer.split(" ", 2);
            server.answering(parts[0], parts[1]);
            try {
                Browser olga = probe(olga());
                assertThat(olga.text()).contains("It did not get out", parts[1], explained);
                assertThat(olga.page().select(".wire > .failed").text()).isEqualTo("Server " + parts[1]);
                assertThat(olga.page().select(".wire > .failed + .end").text()).contains(explained);
            } finally {
                server.answering(parts[0], "250 ok");
            }
        });
    }

    @Test
    void a_wrong_password_is_named_and_not_shown() {
        server.answering("EHLO", "250-plain.example\r\n250 AUTH PLAIN").answering("AUTH", "535 5.7.8 Not " + SECRET);
        try {
            Browser olga = probe(olga());
            assertThat(olga.text()).contains("refuses the user name or the password", "535 5.7.8 Not ••••••");
            assertThat(olga.body()).doesNotContain(SECRET);
        } finally {
            server.answering("EHLO", "250 plain.example");
        }
    }

    @Test
    void every_end_is_explained_in_words_of_its_own() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("es")))
            assertThat(Arrays.stream(ProbeEnd.values())
                            .map(end -> messages.getMessage("site.probe." + end, new Object[4], language)))
                    .doesNotHaveDuplicates()
                    .allSatisfy(said -> assertThat(said).hasSizeGreaterThan(40));
    }

    @Test
    void an_odd_address_is_refused_and_so_is_who_tries_too_often() {
        people.create("Oda", "oda@example.org", PASSWORD);
        olga().get("/admin").submit("/admin/operators", Map.of("handle", "oda"));
        Browser oda = new Browser(port).signIn("oda@example.org", PASSWORD).get("/admin/mail");
        assertThat(oda.submit("/admin/mail/probes", Map.of("to", "nobody")).status())
                .isEqualTo(422);
        for (int each = 0; each < 10; each++) assertThat(probe(oda).status()).isEqualTo(200);
        assertThat(probe(oda).status()).isEqualTo(422);
        assertThat(oda.text()).contains("ten times in a quarter of an hour");
    }

    @Test
    void the_page_says_what_to_publish_for_the_domain_that_mail_comes_from() {
        Browser olga = olga().get("/admin/mail");
        assertThat(olga.text())
                .contains("What the world can know about harbour.invalid")
                .contains("v=spf1 mx ~all", "_dmarc.harbour.invalid", "SELECTOR._domainkey.harbour.invalid")
                .doesNotContain("while people reach you at");
        assertThat(olga.get("/admin/mail/records?selector=a%0ab").path()).isEqualTo("/admin/mail");
    }

    @Test
    void all_mail_can_be_paused_and_the_page_says_by_whom() {
        Browser olga = olga().get("/admin/outbox").submit("/admin/outbox/pause", Map.of());
        assertThat(olga.text()).contains("No mail is sent from now on", "All mail is paused since", "by Olga");
        assertThat(pause.now()).isPresent();
        assertThat(probe(olga).text()).as("a test goes out all the same").contains("has taken it");
        olga.get("/admin/outbox").submit("/admin/outbox/pause", Map.of("_method", "delete"));
        assertThat(olga.text()).contains("Mail is sent again").doesNotContain("by Olga");
        assertThat(pause.now()).isEmpty();
    }

    @Test
    void nobody_but_operators_sends_tests_or_pauses_mail() {
        Browser ned = new Browser(port).signIn("ned@example.org", PASSWORD);
        for (String path : List.of("/admin/mail", "/admin/mail/records"))
            assertThat(ned.get(path).status()).isEqualTo(404);
        for (String path : List.of("/admin/mail/probes", "/admin/outbox/pause"))
            assertThat(ned.post(path, Map.of("to", "ned@example.org")).status())
                    .as(path)
                    .isNotIn(200, 303);
        assertThat(pause.now()).isEmpty();
    }
}
