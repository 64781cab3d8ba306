package mainline.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** One embedded PostgreSQL for all tests of a process, migrated once; every test class works on a fresh copy. */
public final class TestDatabase {
    /** Another one for each process that runs tests. */
    static final Path FOLDER = Path.of(System.getProperty("mainline.test.folder", "target/tests"));

    private static final AtomicInteger names = new AtomicInteger();
    private static final AtomicInteger copies = new AtomicInteger();
    private static final EmbeddedPostgres postgres = start();

    static {
        migrateTemplate();
    }

    private TestDatabase() {}

    /** The address of a new database; it exists after the first {@link #renew}. */
    public static String newUrl() {
        return postgres.url("test_" + names.incrementAndGet());
    }

    public static String username() {
        return EmbeddedPostgres.NAME;
    }

    public static String password() {
        return postgres.password();
    }

    /** Throws away the database at the address and makes it anew from the migrated template. */
    public static void renew(String url) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        execute(
                postgres.url("postgres"),
                "drop database if exists " + name + " with (force)",
                "create database " + name + " owner mainline template mainline strategy file_copy");
        numberApart(url, copies.incrementAndGet());
    }

    /** As {@link #renew(String)}, for a pool that is in use. */
    static void renew(HikariDataSource pool) {
        pool.getHikariPoolMXBean().softEvictConnections();
        renew(pool.getJdbcUrl());
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static EmbeddedPostgres start() {
        var started =
                EmbeddedPostgres.start(DataFolder.open(FOLDER.resolve("data")), EmbeddedPostgres.Durability.FORGETFUL);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        return started;
    }

    private static void migrateTemplate() {
        execute(
                postgres.url("postgres"),
                "drop database if exists mainline with (force)",
                "create database mainline owner mainline");
        var flyway = Flyway.configure()
                .dataSource(postgres.url("mainline"), username(), password())
                .locations("classpath:mainline")
                .load();
        try {
            Migrations.migrationsByModule().migrate(flyway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // No two copies share an id, so that what the application has cached by id never comes from another test class.
    private static void numberApart(String url, int copy) {
        execute(url, """
                do $$ declare s record; begin
                    for s in select * from pg_sequences where data_type <> 'smallint'::regtype loop
                        execute format('alter sequence %%I.%%I restart with %d', s.schemaname, s.sequencename);
                    end loop;
                end $$
                """.formatted(copy * 1_000_000L));
    }

    private static void execute(String url, String... statements) {
        try (var connection = DriverManager.getConnection(url, "postgres", postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
