package mainline.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@MainlineTest
class PostTest {
    private static final GreenMail server =
            new GreenMail(new ServerSetup(TestPorts.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private final Post post;
    private final Jobs jobs;
    private final TestErrands late;
    private final Errands errands;
    private final ErrandJson json;
    private final ErrandStore errandStore;
    private final DataSource dataSource;
    private final TestClock clock;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final OutgoingMailStore store;
    private final MailPause pause;
    private final DataFolder folder;
    private final Greeter greeter;

    PostTest(
            Post post,
            Jobs jobs,
            TestErrands late,
            Errands errands,
            ErrandJson json,
            ErrandStore errandStore,
            DataSource dataSource,
            TestClock clock,
            JdbcClient db,
            TransactionTemplate transaction,
            OutgoingMailStore store,
            MailPause pause,
            DataFolder folder,
            Greeter greeter) {
        this.post = post;
        this.jobs = jobs;
        this.late = late;
        this.errands = errands;
        this.json = json;
        this.errandStore = errandStore;
        this.dataSource = dataSource;
        this.clock = clock;
        this.db = db;
        this.transaction = transaction;
        this.store = store;
        this.pause = pause;
        this.folder = folder;
        this.greeter = greeter;
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
    void empty() throws IOException {
        db.sql("delete from outgoing_mail").update();
        db.sql("delete from refused_address").update();
        db.sql("delete from mail_pause").update();
        db.sql("delete from scheduled_tasks").update();
        db.sql("delete from errand_failure").update();
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IOException(e);
        }
        clock.reset();
    }

    @Test
    void a_letter_arrives_as_it_was_written() throws Exception {
        post.send(new Letter("ann@example.org", "¿Qué tal?", "Línea uno\nLine two\n").with("X-Mainline", "idea 7"));
        late.run();
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("¿Qué tal?");
        assertThat(mail.getContent().toString()).contains("Línea uno").contains("Line two");
        assertThat(mail.getHeader("X-Mainline")).containsExactly("idea 7");
        assertThat(post.waiting()).isZero();
    }

    @Test
    void a_letter_of_two_faces_arrives_with_both_and_with_its_names() throws Exception {
        post.send(new Letter("ann@example.org", "مساء الخير", "نص\n", "<p>نص</p>")
                .named(post.id("comment-2.harbour"))
                .following(List.of(post.id("idea-7.harbour")))
                .ofList(post.list("harbour", "Häfen")));
        late.run();
        var mail = server.getReceivedMessages()[0];
        var faces = (MimeMultipart) mail.getContent();
        assertThat(mail.getSubject()).isEqualTo("مساء الخير");
        assertThat(faces.getBodyPart(0).getContent().toString()).contains("نص").doesNotContain("<p>");
        assertThat(faces.getBodyPart(1).getContent()).isEqualTo("<p>نص</p>");
        assertThat(mail.getMessageID()).startsWith("<comment-2.harbour.mainline-");
        assertThat(mail.getHeader("In-Reply-To", null)).startsWith("<idea-7.harbour.mainline-");
        assertThat(mail.getHeader("List-Id", null)).startsWith("=?UTF-8?");
    }

    @Test
    void a_letter_comes_in_the_name_of_a_community_unless_that_looks_like_an_address() throws Exception {
        String own = sentBy("");
        assertThat(sentBy("Häfen, \"am\" Meer\r\nBcc: all@example.org")).isEqualTo(own);
        assertThat(sentBy("Häfen, \"am\" Meer")).isEqualTo("Häfen, \"am\" Meer");
        assertThat(sentBy("مساء")).isEqualTo("مساء");
    }

    private String sentBy(String name) throws Exception {
        server.purgeEmailFromAllMailboxes();
        post.send(new Letter("ann@example.org", "Hello", "…").from(name));
        late.run();
        return ((InternetAddress) server.getReceivedMessages()[0].getFrom()[0]).getPersonal();
    }

    @Test
    void a_letter_of_an_act_that_failed_is_never_sent() {
        transaction.executeWithoutResult(status -> {
            post.send(new Letter("ann@example.org", "Not to be", "…"));
            status.setRollbackOnly();
        });
        late.run();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_letter_waits_and_is_sent_when_the_mail_server_is_back() {
        server.stop();
        post.send(new Letter("bea@example.org", "Hello", "…"));
        late.run();
        assertThat(post.waiting()).isOne();
        server.start();
        late.run();
        assertThat(server.getReceivedMessages())
                .as("not before its pause is over")
                .isEmpty();
        clock.advance(Duration.ofMinutes(2));
        late.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_letter_is_given_up_after_two_days_and_sent_when_an_operator_says_so() throws IOException {
        try (var server = new PlainSmtp(false).answering("RCPT", "451 4.3.0 Come back later")) {
            post.send(new Letter("gil@example.org", "Hello", "…"));
            for (int day = 0; day < 15; day++) {
                deliver(server);
                clock.advance(Duration.ofHours(12));
            }
            assertThat(server.heard("RCPT")).hasSize(Waits.LAST_ATTEMPT);
            assertThat(post.unsent(9)).singleElement().satisfies(unsent -> {
                assertThat(unsent.error()).contains("Come back later");
                assertThat(unsent.next()).isNull();
            });
            assertThat(errands.waiting(9)).isEmpty();
            server.answering("RCPT", "250 welcome");
            post.sendAgain("gil@example.org");
            deliver(server);
            assertThat(server.heard("Subject:")).containsExactly("Subject: Hello");
        }
    }

    @Test
    void in_a_pause_mail_waits_without_losing_an_attempt_and_is_sent_when_it_is_over() throws IOException {
        try (var server = new PlainSmtp(false)) {
            pause.begin(new PersonId(7));
            pause.begin(new PersonId(8));
            assertThat(pause.now()).contains(new MailPause.Begun(new PersonId(7), clock.instant()));
            post.send(new Letter("ida@example.org", "Hello", "…"));
            for (int day = 0; day < 15; day++) {
                deliver(server);
                clock.advance(Duration.ofDays(1));
            }
            assertThat(server.heard("EHLO")).isEmpty();
            assertThat(errands.waiting(9)).singleElement().satisfies(waiting -> {
                assertThat(waiting.attempts()).isZero();
                assertThat(waiting.error()).isNull();
            });
            deliver(server);
            pause.end();
            assertThat(pause.now()).isEmpty();
            deliver(server);
            assertThat(server.heard("Subject:")).as("at once").containsExactly("Subject: Hello");
        }
    }

    @Test
    void in_a_pause_a_mail_that_failed_before_keeps_the_attempts_it_had() throws IOException {
        try (var server = new PlainSmtp(false).answering("RCPT", "451 4.3.0 Come back later")) {
            post.send(new Letter("jan@example.org", "Hello", "…"));
            deliver(server);
            pause.begin(new PersonId(7));
            clock.advance(Duration.ofMinutes(3));
            deliver(server);
            assertThat(errands.waiting(9)).singleElement().satisfies(waiting -> {
                assertThat(waiting.attempts()).isOne();
                assertThat(waiting.error()).contains("Come back later");
            });
        }
    }

    @Test
    void a_mail_server_that_never_answers_holds_up_no_other_errand() throws Exception {
        greeter.greeted.clear();
        greeter.trouble = () -> {};
        try (var hole = new BlackHole()) {
            var settings = settings("https://lead.example", "127.0.0.1", hole.port(), null, true);
            var beans = new StaticListableBeanFactory(
                    Map.of("delivery", new Delivery(store, pause, settings, folder, clock), "greeter", greeter));
            ObjectProvider<ErrandRunner<?>> runners =
                    beans.getBeanProvider(ResolvableType.forClass(ErrandRunner.class));
            var tasks = new ErrandTasks(runners, errandStore);
            var process =
                    new Jobs(beans.getBeanProvider(Job.class), tasks, json, dataSource, settings, Clock.systemUTC());
            for (int each = 0; each < 30; each++) post.send(new Letter("kim" + each + "@example.org", "Hello", "…"));
            process.start();
            try {
                await(() -> hole.waiting() >= 3);
                transaction.executeWithoutResult(act -> {
                    for (int each = 0; each < 100; each++)
                        errands.send(Greeter.GREETING, new Greeter.Greeting("Lou", each, false));
                });
                process.wake();
                await(() -> greeter.greeted.size() == 100);
                assertThat(post.waiting()).isEqualTo(30);
            } finally {
                hole.close();
                process.stop();
            }
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int turn = 0; turn < 200 && !done.getAsBoolean(); turn++) Thread.sleep(50);
        assertThat(done.getAsBoolean()).as("within ten seconds").isTrue();
    }

    @Test
    void mail_that_an_earlier_version_left_is_sent() {
        post.send(new Letter("hana@example.org", "Hello", "…"));
        db.sql("delete from scheduled_tasks").update();
        jobs.run("mail");
        late.run();
        assertThat(server.getReceivedMessages())
                .as("as long as that version may be at it")
                .isEmpty();
        clock.advance(Duration.ofMinutes(11));
        jobs.run("mail");
        late.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void the_errand_to_send_a_mail_is_read_as_the_first_release_wrote_it() {
        assertThat(json.deserialize(Sending.class, "{\"mail\":17}".getBytes(UTF_8)))
                .isEqualTo(new Sending(17));
    }

    @Test
    void a_letter_to_a_nonsense_address_holds_up_no_other() {
        post.send(new Letter("not an address", "Hello", "…"));
        post.send(new Letter("cy@example.org", "Hello", "…"));
        late.run();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_header_cannot_smuggle_in_another() {
        assertThat(new Letter("a@example.org", "Hi\r\nBcc: all@example.org", "…").subject())
                .doesNotContain("\n");
        assertThatThrownBy(() -> new Letter("a@example.org", "Hi", "…").with("X-A", "b\r\nBcc: c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_a_mail_server_letters_go_to_the_outbox() throws IOException {
        var settings = settings("https://example.org", null, 587, "Mainline <m@example.org>");
        var delivery = new Delivery(store, pause, settings, folder, clock);
        var outbox = new Post(store, errands, delivery, settings, folder, clock);
        transaction.executeWithoutResult(act -> outbox.send(new Letter("dan@example.org", "In a file", "Hello")));
        by(delivery).run();
        assertThat(outbox.mode()).isEqualTo(new Post.Mode.Outbox(folder.resolve("outbox")));
        try (var files = Files.list(folder.resolve("outbox"))) {
            assertThat(files).anySatisfy(file -> assertThat(file).content().contains("Subject: In a file"));
        }
    }

    @Test
    void addresses_are_told_to_servers_as_they_can_take_them() throws IOException {
        try (var plain = new PlainSmtp(false)) {
            for (var to : List.of(
                    "jana@exämple.de",
                    "x@example.org.",
                    "a..b@carrier.example",
                    "dot.@carrier.example",
                    "o@EXAMPLE.ORG")) post.send(new Letter(to, "Hello", "…"));
            deliver(plain);
            assertThat(plain.heard("RCPT"))
                    .containsExactlyInAnyOrder(
                            "RCPT TO:<jana@xn--exmple-cua.de>",
                            "RCPT TO:<x@example.org>",
                            "RCPT TO:<\"a..b\"@carrier.example>",
                            "RCPT TO:<\"dot.\"@carrier.example>",
                            "RCPT TO:<o@example.org>");
            assertThat(plain.heard("To:")).contains("To: jana@xn--exmple-cua.de");
            assertThat(post.waiting()).isZero();
        }
    }

    @Test
    void letters_of_every_script_go_to_a_server_that_offers_to_take_them_and_to_no_other() throws IOException {
        post.send(new Letter("ünï@example.org", "Hello", "…"));
        try (var modern = new PlainSmtp(true)) {
            deliver(modern);
            assertThat(modern.heardInUtf8("RCPT")).containsExactly("RCPT TO:<ünï@example.org>");
            assertThat(modern.heard("MAIL").getFirst()).endsWith(" SMTPUTF8");
            post.send(new Letter("ann@example.org", "Hello", "…"));
            deliver(modern);
            assertThat(modern.heard("MAIL").getLast()).doesNotContain("SMTPUTF8");
        }
        try (var plain = new PlainSmtp(false)) {
            post.send(new Letter("ünï@example.org", "Hello", "…"));
            deliver(plain);
            assertThat(plain.heard("RCPT")).isEmpty();
            assertThat(post.refused("ünï@example.org"))
                    .get()
                    .extracting(RefusedAddress::reason)
                    .asString()
                    .contains("SMTPUTF8");
            assertThat(to(plain).takes(MailAddress.read("ünï@example.org").orElseThrow()))
                    .isFalse();
            assertThat(to(plain).takes(MailAddress.read("uni@exämple.org").orElseThrow()))
                    .isTrue();
        }
    }

    @Test
    void an_address_refused_for_good_is_not_tried_again_nor_written_to_until_that_is_mended() throws IOException {
        try (var server = new PlainSmtp(false).answering("RCPT", "550-5.1.1 No such user\r\n550 5.1.1 here")) {
            post.send(new Letter("gone@example.org", "First", "…"));
            deliver(server);
            assertThat(post.refused("gone@example.org.")).get().satisfies(refused -> {
                assertThat(refused.reason()).startsWith("550").contains("No such user");
                assertThat(refused.at()).isEqualTo(clock.instant());
            });
            post.send(new Letter("Gone@Example.org", "Second", "…"));
            clock.advance(Duration.ofDays(2));
            deliver(server);
            assertThat(server.heard("RCPT")).hasSize(1);
            assertThat(post.refused("gone@example.org"))
                    .get()
                    .extracting(RefusedAddress::held)
                    .isEqualTo(1);
            assertThat(post.waiting()).isZero();
            server.answering("RCPT", "250 welcome back");
            post.sendAgain("gone@example.org");
            deliver(server);
            assertThat(server.heard("Subject:")).containsExactly("Subject: First");
            assertThat(post.refused("gone@example.org")).isEmpty();
        }
    }

    @Test
    void only_what_the_server_says_of_the_address_is_held_against_it() throws IOException {
        for (var answer : List.of(
                "RCPT 450 4.2.0 Greylisted, come back later",
                "RCPT 452 4.5.3 Too many recipients",
                "RCPT 552 Too many recipients",
                "RCPT 530 5.7.0 Sign in first",
                "RCPT 421 Closing",
                "MAIL 553 5.7.1 Sender not yours",
                "EHLO 421 Too busy",
                "DATA 451 Local error",
                ". 452 4.3.1 No room")) {
            empty();
            var parts = answer.split(" ", 2);
            try (var server = new PlainSmtp(false).answering(parts[0], parts[1])) {
                post.send(new Letter("eve@example.org", "Hello", "…"));
                deliver(server);
                assertThat(post.refused("eve@example.org")).as(answer).isEmpty();
                assertThat(post.failing()).as(answer).isOne();
                server.answering(parts[0], parts[0].equals("DATA") ? "354 go on" : "250 ok");
                clock.advance(Duration.ofMinutes(3));
                deliver(server);
                assertThat(post.waiting()).as(answer).isZero();
                assertThat(post.unsent(9)).as(answer).isEmpty();
            }
        }
    }

    @Test
    void a_letter_the_server_will_not_have_is_given_up_and_kept_and_the_next_one_is_sent() throws IOException {
        try (var server = new PlainSmtp(false).answering(".", "554 5.7.1 This looks like spam")) {
            post.send(new Letter("fay@example.org", "Odd", "…"));
            deliver(server);
            assertThat(post.unsent(9)).singleElement().satisfies(unsent -> {
                assertThat(unsent.error()).contains("looks like spam");
                assertThat(unsent.next()).isNull();
            });
            clock.advance(Duration.ofDays(1));
            deliver(server);
            assertThat(server.heard("RCPT")).hasSize(1);
            server.answering(".", "550 5.1.1 Nobody of this name");
            post.send(new Letter("fay@example.org", "Plain", "…"));
            deliver(server);
            assertThat(post.refused("fay@example.org"))
                    .as("some servers look for the mailbox when they have the letter")
                    .isPresent();
        }
    }

    @Test
    void one_refused_address_holds_up_no_other() throws IOException {
        try (var server = new PlainSmtp(false).answering("RCPT", "550 no")) {
            post.send(new Letter("no@example.org", "Hello", "…"));
            deliver(server);
            server.answering("RCPT", "250 yes");
            post.send(new Letter("yes@example.org", "Hello", "…"));
            deliver(server);
            assertThat(server.heard("RCPT")).contains("RCPT TO:<yes@example.org>");
            assertThat(post.refused(9)).extracting(RefusedAddress::address).containsExactly("no@example.org");
        }
    }

    @Test
    void mail_comes_from_the_host_of_the_installation_itself() throws IOException {
        assertThat(hosts("https://lead.example", null)).isEqualTo("mainline@lead.example lead.example");
        assertThat(hosts("https://exämple.de:8443/", null)).isEqualTo("mainline@xn--exmple-cua.de xn--exmple-cua.de");
        assertThat(hosts("http://localhost:8080", "Town Hall <hall@town.example>"))
                .isEqualTo("hall@town.example town.example");
        assertThat(hosts("https://lead.example", "hall@täwn.example"))
                .isEqualTo("hall@xn--twn-qla.example lead.example");
        assertThat(hosts("http://192.168.1.5:8080", null)).isEqualTo("mainline@[192.168.1.5] [192.168.1.5]");
        assertThat(hosts("http://localhost:8080", null)).isEqualTo("mainline@localhost localhost");
    }

    @Test
    void a_sender_that_is_no_address_is_refused_at_the_start_naming_the_setting() {
        var settings = settings("https://lead.example", "127.0.0.1", 25, "Town Hall");
        assertThatThrownBy(() -> new Delivery(store, pause, settings, folder, clock))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("MAINLINE_MAIL_FROM");
    }

    /** The sender and the host of the message's own name. */
    private String hosts(String base, @Nullable String from) throws IOException {
        try (var server = new PlainSmtp(false)) {
            post.send(new Letter("ann@example.org", "Hello", "…"));
            by(new Delivery(store, pause, settings(base, "127.0.0.1", server.port(), from), folder, clock))
                    .run();
            var sender = server.heard("From:").getFirst().replaceFirst(".*[ <]([^ <>]+@[^<>]+)>?", "$1");
            var id = server.heard("Message-ID:").getFirst();
            assertThat(id).matches("Message-ID: <\\d+\\.mainline-[0-9a-f]+@.+>");
            return sender + " " + id.replaceFirst(".*@", "").replace(">", "");
        }
    }

    private Delivery to(PlainSmtp server) {
        return new Delivery(
                store, pause, settings("https://lead.example", "127.0.0.1", server.port(), null), folder, clock);
    }

    private void deliver(PlainSmtp server) {
        by(to(server)).run();
    }

    /** A process in which that delivery does what is due. */
    private TestErrands by(Delivery delivery) {
        var beans = new StaticListableBeanFactory(Map.of("delivery", delivery));
        ObjectProvider<ErrandRunner<?>> runners = beans.getBeanProvider(ResolvableType.forClass(ErrandRunner.class));
        return new TestErrands(dataSource, new ErrandTasks(runners, errandStore), json, errandStore, clock);
    }

    private Settings settings(String base, @Nullable String host, int port, @Nullable String from) {
        return settings(base, host, port, from, false);
    }

    private Settings settings(String base, @Nullable String host, int port, @Nullable String from, boolean jobs) {
        return new Settings(
                new Settings.Database(null, null, null),
                folder.path(),
                URI.create(base),
                new Settings.Mail(host, port, null, null, from, Settings.Mail.Tls.NONE),
                new Settings.Outgoing(false),
                false,
                DataSize.ofMegabytes(1),
                jobs,
                true,
                100,
                new Span(Duration.ZERO),
                new Span(Duration.ofMinutes(1)));
    }
}
