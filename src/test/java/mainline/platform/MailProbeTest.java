package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Each trouble with a mail server has an end of its own, and its words are shown as they were said. */
class MailProbeTest {
    private static final String SECRET = "hunter2-of-harbour";
    private static final MailAddress ANN = MailAddress.read("ann@example.org").orElseThrow();

    @Test
    void a_letter_that_is_taken_is_told_line_by_line() throws IOException {
        try (var server = new PlainSmtp(false)) {
            var result = send(server.port(), Settings.Mail.Tls.NONE, null);
            assertThat(result.end()).isEqualTo(ProbeEnd.SENT);
            assertThat(said(result, MailTalk.By.US))
                    .anyMatch(line -> line.startsWith("EHLO "))
                    .contains("MAIL FROM:<mainline@harbour.example>", "RCPT TO:<ann@example.org>", "DATA", "…", "QUIT")
                    .noneMatch(line -> line.contains("Subject"));
            assertThat(said(result, MailTalk.By.SERVER))
                    .startsWith("220 plain.example ESMTP")
                    .contains("354 go on");
        }
    }

    @Test
    void what_the_server_answers_says_what_to_do() throws IOException {
        var ends = Map.ofEntries(
                Map.entry("MAIL 553 5.7.1 Sender not yours", ProbeEnd.SENDER_REFUSED),
                Map.entry("MAIL 530 5.7.0 Sign in first", ProbeEnd.SIGN_IN_NEEDED),
                Map.entry("MAIL 451 4.3.0 Busy", ProbeEnd.LATER),
                Map.entry("RCPT 550 5.1.1 No such user", ProbeEnd.RECIPIENT_REFUSED),
                Map.entry("RCPT 554 5.7.1 Relay access denied", ProbeEnd.RELAY_DENIED),
                Map.entry("RCPT 450 4.2.0 Greylisted", ProbeEnd.LATER),
                Map.entry("DATA 552 5.3.4 Too big", ProbeEnd.TOO_LARGE),
                Map.entry(". 552 5.3.4 Too big", ProbeEnd.TOO_LARGE),
                Map.entry(". 554 5.7.1 Looks like spam", ProbeEnd.LETTER_REFUSED),
                Map.entry("EHLO 421 Too busy", ProbeEnd.HUNG_UP));
        for (var each : ends.entrySet()) {
            var parts = each.getKey().split(" ", 2);
            try (var server = new PlainSmtp(false).answering(parts[0], parts[1])) {
                var result = send(server.port(), Settings.Mail.Tls.NONE, null);
                assertThat(result.end()).as(each.getKey()).isEqualTo(each.getValue());
                assertThat(said(result, MailTalk.By.SERVER)).as(each.getKey()).contains(parts[1]);
            }
        }
    }

    @Test
    void a_wrong_password_is_named_and_never_shown_even_when_the_server_repeats_it() throws IOException {
        String offer = "250-plain.example\r\n250 AUTH PLAIN LOGIN";
        String refusal = "535 5.7.8 No: " + SECRET + " is wrong";
        try (var server = new PlainSmtp(false).answering("EHLO", offer).answering("AUTH", refusal)) {
            var result = send(server.port(), Settings.Mail.Tls.NONE, SECRET);
            assertThat(result.end()).isEqualTo(ProbeEnd.WRONG_PASSWORD);
            assertThat(result.lines()).map(MailTalk.Line::text).anyMatch(line -> line.startsWith("AUTH "));
            assertThat(result.lines().getLast())
                    .isEqualTo(new MailTalk.Line(MailTalk.By.SERVER, "535 5.7.8 No: •••••• is wrong"));
            String sent = server.heard("AUTH").getFirst().replaceFirst("AUTH \\S+ ?", "");
            assertThat(result.toString()).doesNotContain(SECRET).doesNotContain(sent.isEmpty() ? SECRET : sent);
        }
        try (var server = new PlainSmtp(false).answering("EHLO", "250-plain.example\r\n250 AUTH GSSAPI")) {
            assertThat(send(server.port(), Settings.Mail.Tls.NONE, SECRET).end())
                    .isEqualTo(ProbeEnd.NO_SIGN_IN);
        }
    }

    @Test
    void trouble_with_the_connection_is_told_apart() throws IOException {
        assertThat(send("no-such-host.invalid", 25, Settings.Mail.Tls.NONE, null)
                        .end())
                .isEqualTo(ProbeEnd.UNKNOWN_HOST);
        int closed;
        try (var once = new ServerSocket(0)) {
            closed = once.getLocalPort();
        }
        assertThat(send(closed, Settings.Mail.Tls.NONE, null).end()).isEqualTo(ProbeEnd.CONNECTION_REFUSED);
        try (var plain = new PlainSmtp(false)) {
            assertThat(send(plain.port(), Settings.Mail.Tls.STARTTLS, null).end())
                    .isEqualTo(ProbeEnd.NO_STARTTLS);
            assertThat(send(plain.port(), Settings.Mail.Tls.IMPLICIT, null).end())
                    .isEqualTo(ProbeEnd.TLS);
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_believed() throws IOException {
        try (var server = new DummySSLServerSocketFactory().createServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (var client = server.accept()) {
                    assertThat(client.getInputStream().read()).isNegative();
                } catch (IOException refused) {
                    // As it should be.
                }
            });
            assertThat(send(server.getLocalPort(), Settings.Mail.Tls.IMPLICIT, null)
                            .end())
                    .isEqualTo(ProbeEnd.CERTIFICATE);
        }
    }

    @Test
    void a_server_that_says_nothing_is_waited_for_no_longer_than_a_page_may_take() throws IOException {
        try (var hole = new BlackHole()) {
            var begun = Instant.now();
            var result = send(hole.port(), Settings.Mail.Tls.NONE, null);
            assertThat(result.end()).isEqualTo(ProbeEnd.SILENT);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(16));
        }
    }

    @Test
    void without_a_mail_server_nobody_is_talked_to() {
        assertThat(send(null, 25, Settings.Mail.Tls.NONE, null)).isEqualTo(new MailTalk(List.of(), ProbeEnd.NO_SERVER));
    }

    private static List<String> said(MailTalk result, MailTalk.By by) {
        return result.lines().stream()
                .filter(line -> line.by() == by)
                .map(MailTalk.Line::text)
                .toList();
    }

    private static MailTalk send(int port, Settings.Mail.Tls tls, @Nullable String password) {
        return send("127.0.0.1", port, tls, password);
    }

    private static MailTalk send(@Nullable String host, int port, Settings.Mail.Tls tls, @Nullable String password) {
        var settings = new Settings(
                new Settings.Database(null, null, null),
                Path.of("target"),
                URI.create("https://harbour.example"),
                new Settings.Mail(host, port, password == null ? null : "mainline", password, null, tls),
                new Settings.Outgoing(false),
                false,
                DataSize.ofMegabytes(1),
                false,
                true,
                100,
                new Span(Duration.ZERO),
                new Span(Duration.ofMinutes(1)));
        return new MailProbe(settings, Clock.systemUTC()).send(ANN, new Letter("ann@example.org", "Hello", "Hello"));
    }
}
