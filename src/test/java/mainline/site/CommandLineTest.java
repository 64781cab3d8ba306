package mainline.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.platform.DatabaseOfFolder;
import mainline.platform.TestPorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The command line as a person meets it: real processes, real data folders. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
@Tag("processes")
class CommandLineTest {
    private static final String PASSWORD = "violet-harbour-teapot-41";

    @TempDir
    private Path temporary;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopAll() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly();
        }
    }

    @Test
    void a_killed_server_loses_nothing_that_was_acknowledged() throws Exception {
        var data = temporary.resolve("data");
        var server = serve(data, TestPorts.free());
        var acknowledged = new AtomicInteger();
        try (var connection = DatabaseOfFolder.connect(data);
                var statement = connection.createStatement()) {
            statement.execute("create table act (number int primary key)");
            var writer = Thread.ofVirtual().start(() -> {
                try {
                    for (int number = 1; ; number++) {
                        statement.execute("insert into act values (" + number + ")");
                        acknowledged.set(number);
                    }
                } catch (SQLException killed) {
                    // the next start takes the database over
                }
            });
            await().until(() -> acknowledged.get() > 100);
            server.destroyForcibly().waitFor();
            serve(data, TestPorts.free());
            writer.join(Duration.ofSeconds(20));
        }
        try (var connection = DatabaseOfFolder.connect(data);
                var rows = connection.createStatement().executeQuery("select count(*), max(number) from act")) {
            rows.next();
            assertThat(rows.getInt(1))
                    .isGreaterThanOrEqualTo(acknowledged.get())
                    .isEqualTo(rows.getInt(2));
        }
    }

    @Test
    void commands_work_beside_the_server_and_without_it_and_only_one_server_runs_on_a_folder() throws Exception {
        var data = temporary.resolve("data");
        assertThat(run(PASSWORD, "user", "create", "Ann", "ann@example.org", "--password-stdin", "--data", "" + data))
                .satisfies(done -> assertThat(done.err()).isEmpty())
                .extracting(Ended::exit)
                .isEqualTo(0);
        assertThat(data.resolve("database/postmaster.pid"))
                .as("the command stopped it")
                .doesNotExist();

        int port = TestPorts.free();
        var server = serve(data, port);
        var beside = run("", "user", "reset-password", "ann@example.org", "--data", "" + data);
        assertThat(beside.out()).as("leads to the server that runs").contains("http://localhost:" + port + "/");
        assertThat(beside.exit()).isZero();
        assertThat(server.isAlive()).isTrue();
        assertRefused(run("", "serve", "--data", "" + data, "--port", "" + TestPorts.free()), "already running");
        assertRefused(run("", "serve", "--data", "" + temporary.resolve("other"), "--port", "" + port), "in use");
        assertThat(temporary.resolve("other")).as("nothing half made").doesNotExist();

        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(data.resolve("database/postmaster.pid"))
                .as("the server stopped it")
                .doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_or_is_not_ours_is_refused() throws Exception {
        var file = Files.writeString(temporary.resolve("file"), "not a folder");
        assertRefused(
                run("", "serve", "--port", "0", "--data", file.resolve("data").toString()), "cannot be written");
        assertRefused(run("", "serve", "--port", "0", "--data", file.toString()), "is not a folder");
        assertRefused(run("", "serve", "--port", "0", "--data", temporary.toString()), "not a Mainline data folder");
        assertThat(temporary).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void a_database_that_does_not_answer_is_refused_before_anything_is_made() throws Exception {
        var data = temporary.resolve("data");
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            silent.close();
            var url = "jdbc:postgresql://127.0.0.1:" + port + "/mainline?password=hush";
            var ended = run("", Map.of("MAINLINE_DATABASE_URL", url), "serve", "--port", "0", "--data", "" + data);
            assertRefused(ended, "cannot be reached");
            assertThat(ended.err()).doesNotContain("hush");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void a_mistyped_command_gets_one_line() throws Exception {
        assertThat(MainlineCommand.run("version")).isZero();
        assertRefused(run("", "serv"), "--help");
    }

    @Test
    void verifying_what_is_no_record_gets_one_line() throws Exception {
        var file = Files.writeString(temporary.resolve("export"), "<html>\n");
        assertRefused(run("", "verify", "--file", "" + file), "line 1");
        assertRefused(Ended.here("verify", "--file", "" + temporary.resolve("none")), "there is no file");
        assertRefused(Ended.here("verify", "--url", "http://localhost:1/harbour"), "cannot be read");
        assertRefused(Ended.here("verify", "--url", "file:///etc"), "http");
        assertRefused(Ended.here("verify", "--file", "" + file, "--key", "x"), "--key");
        assertRefused(Ended.here("verify", "--file", "" + file, "--from", "" + file), "--from");
    }

    private static void assertRefused(Ended ended, String reason) {
        assertThat(ended.exit()).isNotZero();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("mainline: ")
                .contains(reason);
    }

    private Process serve(Path data, int port) throws IOException {
        var log = Files.createTempFile("serve", ".log");
        var process = process("serve", "--data", data.toString(), "--port", "" + port, "--bind", "127.0.0.1")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        started.add(process);
        try (var browser = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
                return browser.send(page, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        < 500;
            });
        } finally {
            Files.deleteIfExists(log);
        }
        return process;
    }

    private Ended run(String input, String... arguments) throws Exception {
        return run(input, Map.of(), arguments);
    }

    private Ended run(String input, Map<String, String> environment, String... arguments) throws Exception {
        var builder = process(arguments);
        builder.environment().putAll(environment);
        var process = builder.start();
        started.add(process);
        try (var in = process.getOutputStream()) {
            in.write((input + "\n").getBytes(UTF_8));
        }
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    private static ProcessBuilder process(String... arguments) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                MainlineCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
