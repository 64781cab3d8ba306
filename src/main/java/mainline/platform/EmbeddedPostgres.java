package mainline.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in the data folder, on a loopback port, behind a password that only this account can read. It
 * outlives the kill of our process (the next start takes over) and we restart it when it is killed itself.
 */
final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    static final String NAME = "mainline";
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    /** Whether an acknowledged commit must survive the machine's fall; false in tests only. */
    enum Durability {
        DURABLE("max_connections=100"),
        FORGETFUL("max_connections=100 fsync=off synchronous_commit=off full_page_writes=off");

        private final String options;

        Durability(String options) {
            this.options = options;
        }
    }

    private final DataFolder folder;
    private final Durability durability;
    private final PostgresPrograms programs;
    private final Cluster cluster;
    private final String password;
    private final Postmaster postmaster;
    private final int port;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder folder, Durability durability) throws IOException {
        this.folder = folder;
        this.durability = durability;
        programs = new PostgresPrograms(
                PostgresBinaries.unpackInto(folder.resolve("postgres")),
                Account.forDatabaseIn(folder.path()),
                folder.path());
        cluster = new Cluster(folder, programs);
        password = password(folder);
        postmaster = postmaster(folder);
        Stopping.check();
        cluster.makeIfMissing(password, durability);
        stopLeftOver();
        cluster.own();
        Stopping.check();
        port = freePort();
    }

    static EmbeddedPostgres start(DataFolder folder, Durability durability) {
        var guard = new StartGuard();
        try {
            var postgres = new EmbeddedPostgres(folder, durability);
            guard.follow(postgres);
            try {
                postgres.launch();
                Stopping.check();
                postgres.prepare();
                Stopping.check();
            } catch (SQLException | IOException | RuntimeException e) {
                postgres.close();
                throw e;
            }
            Thread.ofVirtual().name("database watch").start(postgres::watch);
            return postgres;
        } catch (IOException e) {
            throw new Refusal("The database in " + folder.path() + " cannot be started: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new Refusal("The database in " + folder.path() + " does not answer: " + e.getMessage(), e);
        } finally {
            guard.done();
        }
    }

    String url(String database) {
        return url(port, database);
    }

    String password() {
        return password;
    }

    /** The address of the database that another process has started on this folder, or null. */
    static @Nullable String runningUrl(DataFolder folder) {
        var port = postmaster(folder).port();
        return port == null ? null : url(port, NAME);
    }

    static String password(DataFolder folder) throws IOException {
        var file = folder.resolve("database.password");
        if (Files.notExists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            DataFolder.writeSecret(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() {
        if (closing) return;
        closing = true;
        try {
            for (int i = 0; i < 50 && !postmaster.isAlive() && postmaster.isBeginning(); i++) Thread.sleep(100);
            if (postmaster.isAlive()) stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("The database did not stop: {}", e.getMessage());
        } finally {
            stopped.countDown();
        }
    }

    /** @return whether it has been stopped, after waiting for that at most so long */
    boolean isStoppedWithin(Duration wait) throws InterruptedException {
        return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Postmaster postmaster(DataFolder folder) {
        return new Postmaster(folder.resolve("database"), folder.resolve("postgres"));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private void stopLeftOver() throws IOException {
        if (postmaster.isAlive()) {
            log.info("A database of an earlier process is still running; taking over");
            stop();
        } else {
            postmaster.forgetStranger();
        }
    }

    private void launch() throws IOException {
        var logFile = folder.resolve("database.log");
        if (Files.notExists(logFile)) DataFolder.writeSecret(logFile, "");
        programs.account().own(logFile);
        var options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + port
                + " -c jit=off -c timezone=UTC -c log_timezone=UTC -c "
                + durability.options.replace(" ", " -c ");
        programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=3600",
                        "--silent",
                        "--pgdata=" + cluster.path(),
                        "--log=" + logFile,
                        "--options=" + options));
    }

    private void stop() throws IOException {
        programs.run(
                "pg_ctl",
                List.of("stop", "--mode=fast", "--wait", "--timeout=60", "--silent", "--pgdata=" + cluster.path()));
    }

    private void prepare() throws SQLException {
        try (var connection = DriverManager.getConnection(url(port, "postgres"), "postgres", password)) {
            if (durability == Durability.DURABLE) checkDurable(connection);
            if (isMissing(connection, "select 1 from pg_roles where rolname = '" + NAME + "'"))
                execute(connection, "create role " + NAME + " login password '" + password + "'");
            if (isMissing(connection, "select 1 from pg_database where datname = '" + NAME + "'"))
                execute(connection, "create database " + NAME + " owner " + NAME);
        }
    }

    private void checkDurable(Connection connection) throws SQLException {
        for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes"))
            if (isMissing(connection, "select 1 where current_setting('" + setting + "') = 'on'"))
                throw new Refusal("The database in " + folder.path() + " has " + setting
                        + " switched off and could lose what people wrote; switch it on.");
    }

    private static boolean isMissing(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void watch() {
        var said = Instant.MIN;
        while (!closing) {
            try {
                Thread.sleep(250);
                if (!closing && !postmaster.isAlive()) {
                    if (said.equals(Instant.MIN)) log.warn("The database was killed; starting it again");
                    launch();
                    said = Instant.MIN;
                    log.info("The database runs again");
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | UncheckedIOException e) {
                if (said.equals(Instant.MIN) || said.plus(BETWEEN_WARNINGS).isBefore(Instant.now())) {
                    log.warn("The database cannot be started yet: {}", e.getMessage());
                    said = Instant.now();
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
