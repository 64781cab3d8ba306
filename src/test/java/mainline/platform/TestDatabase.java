package mainline.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import mainline.Mainline;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.runtime.flyway.HasMigrationFiles;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/** One embedded PostgreSQL for all tests of a run, migrated once; every test class works on a fresh copy. */
public final class TestDatabase {
    private static final Path FOLDER = Path.of("target/test-data");
    private static final AtomicInteger copies = new AtomicInteger();
    private static final EmbeddedPostgres postgres = start();

    private TestDatabase() {}

    /** The address of a new database name; it exists after the first {@link #renew}. */
    public static String newUrl() {
        return postgres.url("test_" + copies.incrementAndGet());
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
        asOwner(
                "drop database if exists " + name + " with (force)",
                "create database " + name + " owner mainline template mainline strategy file_copy");
    }

    /** As {@link #renew(String)}, for a pool that is in use. */
    static void renew(HikariDataSource pool) {
        pool.getHikariPoolMXBean().softEvictConnections();
        renew(pool.getJdbcUrl());
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private static EmbeddedPostgres start() {
        var started = EmbeddedPostgres.start(DataFolder.open(FOLDER), EmbeddedPostgres.Durability.FORGETFUL);
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        migrate(started);
        return started;
    }

    private static void migrate(EmbeddedPostgres postgres) {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists mainline with (force)");
            statement.execute("create database mainline owner mainline");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var flyway = Flyway.configure()
                .dataSource(postgres.url("mainline"), "mainline", postgres.password())
                .locations("classpath:mainline")
                .load();
        var modules = ApplicationModuleIdentifiers.of(ApplicationModules.of(Mainline.class));
        new SpringModulithFlywayMigrationStrategy(
                        modules, new HasMigrationFiles(new PathMatchingResourcePatternResolver()))
                .migrate(flyway);
    }

    private static void asOwner(String... statements) {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
