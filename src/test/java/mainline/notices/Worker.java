package mainline.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mainline.Browser;
import mainline.platform.TestDatabase;
import mainline.platform.TestPorts;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** A process of Mainline that does the late work of a database, and can be killed as by {@code kill -9}. */
final class Worker implements AutoCloseable {
    private static final Duration STARTING = Duration.ofMinutes(4);

    private final String name;
    private final Path folder;
    private final Map<String, String> settings;
    private @Nullable Process process;
    private int port;

    /** @param name by which the database knows its connections */
    Worker(String name, Path folder, String database, int mailPort) {
        this.name = name;
        this.folder = folder;
        this.settings = Map.of(
                "MAINLINE_DATABASE_URL",
                database + "?ApplicationName=" + name,
                "MAINLINE_DATABASE_USERNAME",
                TestDatabase.username(),
                "MAINLINE_DATABASE_PASSWORD",
                TestDatabase.password(),
                "MAINLINE_MAIL_HOST",
                "127.0.0.1",
                "MAINLINE_MAIL_PORT",
                "" + mailPort,
                "MAINLINE_MAIL_TLS",
                "none",
                "MAINLINE_BASE_URL",
                "https://harbour.example",
                "MAINLINE_HEARTBEAT",
                "1s");
    }

    String name() {
        return name;
    }

    void start() throws IOException {
        port = TestPorts.free();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "mainline.site.MainlineCommand",
                        "serve",
                        "--data",
                        folder.resolve(name).toString(),
                        "--port",
                        "" + port,
                        "--bind",
                        "127.0.0.1"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
    }

    void awaitAnswer() {
        try {
            await().atMost(STARTING).ignoreExceptions().until(() -> !isAlive() || answers());
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(name + " does not answer. It has said:\n" + said(), late);
        }
        assertThat(isAlive()).as(this::said).isTrue();
    }

    private boolean isAlive() {
        return process != null && process.isAlive();
    }

    private boolean answers() throws Exception {
        return new Browser(port).ask("/ping").status() == 204;
    }

    void kill() throws InterruptedException {
        if (process != null) process.destroyForcibly().waitFor();
    }

    /** All that it and those before it have written. */
    String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            return "";
        }
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    @Override
    public void close() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) kill();
    }
}
