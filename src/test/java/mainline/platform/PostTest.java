package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import mainline.MainlineTest;
import mainline.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@MainlineTest
class PostTest {
    private static final GreenMail server = new GreenMail(
            new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final Post post;
    private final Jobs jobs;
    private final TestClock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final OutgoingMailStore store;
    private final DataFolder folder;

    PostTest(
            Post post,
            Jobs jobs,
            TestClock clock,
            JdbcClient db,
            TransactionTemplate transaction,
            OutgoingMailStore store,
            DataFolder folder) {
        this.post = post;
        this.jobs = jobs;
        this.clock = clock;
        this.db = db;
        this.transaction = transaction;
        this.store = store;
        this.folder = folder;
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        server.start();
        properties.add("mainline.mail.host", () -> "127.0.0.1");
        properties.add(
                "mainline.mail.port", () -> server.getSmtp().getServerSetup().getPort());
        properties.add("mainline.mail.tls", () -> "none");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        db.sql("delete from outgoing_mail").update();
        server.purgeEmailFromAllMailboxes();
        clock.reset();
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        post.send(new Letter("ann@example.org", "¿Qué tal?", "Línea uno\nLine two\n", Map.of("X-Mainline", "idea 7")));
        jobs.run("mail");
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("¿Qué tal?");
        assertThat(mail.getContent().toString()).contains("Línea uno").contains("Line two");
        assertThat(mail.getHeader("X-Mainline")).containsExactly("idea 7");
        assertThat(post.waiting()).isZero();
    }

    @Test
    void a_letter_of_an_act_that_failed_is_never_sent() {
        transaction.executeWithoutResult(status -> {
            post.send(new Letter("ann@example.org", "Not to be", "…"));
            status.setRollbackOnly();
        });
        jobs.run("mail");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_letter_waits_and_is_sent_when_the_mail_server_is_back() {
        server.stop();
        post.send(new Letter("bea@example.org", "Hello", "…"));
        jobs.run("mail");
        assertThat(post.waiting()).isOne();
        server.start();
        jobs.run("mail");
        assertThat(server.getReceivedMessages())
                .as("not before its pause is over")
                .isEmpty();
        clock.advance(Duration.ofMinutes(2));
        jobs.run("mail");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_letter_to_a_nonsense_address_holds_up_no_other() {
        post.send(new Letter("not an address", "Hello", "…"));
        post.send(new Letter("cy@example.org", "Hello", "…"));
        jobs.run("mail");
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_header_cannot_smuggle_in_another() {
        assertThat(new Letter("a@example.org", "Hi\r\nBcc: all@example.org", "…").subject())
                .doesNotContain("\n");
        assertThatThrownBy(() -> new Letter("a@example.org", "Hi", "…", Map.of("X-A", "b\r\nBcc: c")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_mail_server_letters_go_to_the_outbox() throws IOException {
        var data = new Settings.Database(null, null, null);
        var mail = new Settings.Mail(null, 587, null, null, "Mainline <m@example.org>", Settings.Mail.Tls.STARTTLS);
        var settings = new Settings(
                data,
                folder.path(),
                URI.create("https://example.org"),
                mail,
                new Settings.Outgoing(false),
                false,
                DataSize.ofMegabytes(1),
                false,
                true,
                Duration.ZERO);
        var delivery = new Delivery(store, settings, folder, clock);
        var outbox = new Post(store, delivery, settings, folder, clock);
        outbox.send(new Letter("dan@example.org", "In a file", "Hello"));
        delivery.deliver();
        assertThat(outbox.mode()).isEqualTo(new Post.Mode.Outbox(folder.resolve("outbox")));
        try (var files = Files.list(folder.resolve("outbox"))) {
            assertThat(files).anySatisfy(file -> assertThat(file).content().contains("Subject: In a file"));
        }
    }
}
