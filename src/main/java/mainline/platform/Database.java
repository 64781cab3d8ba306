package mainline.platform;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database this process works on: an external one, one of our own in the data folder, or the one that the server
 * running on the folder has started. Two locks order this: {@code server.lock} belongs to the one server of a folder,
 * {@code database.lock} to whoever starts and stops its database.
 */
final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int OLDEST = 15;

    private final String url;
    private final @Nullable String username;
    private final @Nullable String password;
    private final AutoCloseable[] held;

    private Database(String url, @Nullable String username, @Nullable String password, AutoCloseable... held) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.held = held;
    }

    /** Opens the database that the settings ask for; throws {@link Refusal} with nothing half made. */
    static Database open(Settings settings, DataFolder folder) {
        if (!settings.serving()) return settings.database().isExternal() ? external(settings) : forVerb(folder);
        var server = Lock.tryTake(folder.resolve("server.lock"), process());
        if (server == null)
            throw new Refusal("Another server is already running on " + folder.path() + " (process "
                    + Lock.holder(folder.resolve("server.lock")) + ").");
        try {
            return settings.database().isExternal() ? external(settings, server) : forServer(folder, server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    String url() {
        return url;
    }

    @Nullable
    String username() {
        return username;
    }

    @Nullable
    String password() {
        return password;
    }

    @Override
    public void close() throws Exception {
        for (var resource : held) resource.close();
    }

    private static Database external(Settings settings, AutoCloseable... held) {
        var wanted = settings.database();
        return new Database(wanted.jdbcUrl(), wanted.login(), wanted.secret(), held);
    }

    /** Refuses an external database that does not answer or is too old, before anything is made. */
    static void check(Settings settings) {
        var wanted = settings.database();
        if (!wanted.isExternal()) return;
        var url = wanted.jdbcUrl();
        var username = wanted.login();
        var password = wanted.secret();
        var login = new Properties();
        if (username != null) login.setProperty("user", username);
        if (password != null) login.setProperty("password", password);
        login.setProperty("loginTimeout", "10");
        try (var connection = DriverManager.getConnection(url, login)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST)
                throw new Refusal("The database at " + nameOf(url) + " is PostgreSQL " + version
                        + "; Mainline needs version " + OLDEST + " or newer.");
        } catch (SQLException e) {
            throw new Refusal("The database at " + nameOf(url) + " cannot be reached: " + firstLine(e), e);
        }
    }

    private static Database forServer(DataFolder folder, Lock server) {
        var lock = takeDatabaseLock(folder, "server " + process());
        if (lock == null) {
            log.info("Waiting for another command that is using {}", folder.path());
            while (lock == null) {
                pause();
                lock = takeDatabaseLock(folder, "server " + process());
            }
        }
        return own(folder, lock, server);
    }

    private static Database forVerb(DataFolder folder) {
        while (true) {
            var lock = takeDatabaseLock(folder, "command " + process());
            if (lock != null) return own(folder, lock);
            var running = runningServer(folder);
            if (running != null) return running;
            pause();
        }
    }

    private static Database own(DataFolder folder, Lock lock, AutoCloseable... others) {
        try {
            var postgres = EmbeddedPostgres.start(folder, EmbeddedPostgres.Durability.DURABLE);
            var held = new AutoCloseable[others.length + 2];
            held[0] = postgres;
            held[1] = lock;
            System.arraycopy(others, 0, held, 2, others.length);
            return new Database(postgres.url(EmbeddedPostgres.NAME), EmbeddedPostgres.NAME, postgres.password(), held);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The server's database, or null while it is not ready or belongs to another command that will stop it. */
    private static @Nullable Database runningServer(DataFolder folder) {
        if (!Lock.holder(folder.resolve("database.lock")).startsWith("server")) return null;
        var url = EmbeddedPostgres.runningUrl(folder);
        if (url == null) return null;
        try {
            var password = EmbeddedPostgres.password(folder);
            DriverManager.getConnection(url, EmbeddedPostgres.NAME, password).close();
            return new Database(url, EmbeddedPostgres.NAME, password);
        } catch (SQLException | IOException e) {
            return null;
        }
    }

    private static @Nullable Lock takeDatabaseLock(DataFolder folder, String holder) {
        return Lock.tryTake(folder.resolve("database.lock"), holder);
    }

    private static String process() {
        return Long.toString(ProcessHandle.current().pid());
    }

    // Never print a password that stands in the address.
    private static String nameOf(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//").replaceFirst("^jdbc:postgresql://", "");
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no answer");
    }

    private static void pause() {
        Stopping.check();
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for the database.", e);
        }
    }
}
