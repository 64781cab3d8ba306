package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import mainline.platform.EmbeddedPostgres.Durability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("processes")
class EmbeddedPostgresTest {
    @TempDir
    private static Path temporary;

    private final DataFolder folder = DataFolder.open(temporary.resolve("data"));
    private EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Durability.DURABLE);

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void what_is_committed_survives_a_fall_of_the_machine() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show data_checksums")).isEqualTo("on");
        assertThat(ask("select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'mainline'"))
                .isEqualTo("b C.UTF-8");
    }

    @Test
    void a_database_that_could_lose_what_people_wrote_is_refused() throws IOException {
        postgres.close();
        var settings = folder.resolve("database").resolve("postgresql.auto.conf");
        var before = Files.readString(settings);
        Files.writeString(settings, before + "fsync = off\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Durability.DURABLE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("fsync");
        assertThat(folder.resolve("database").resolve("postmaster.pid")).doesNotExist();
        Files.writeString(settings, before);
        postgres = EmbeddedPostgres.start(folder, Durability.DURABLE);
    }

    @Test
    void nobody_gets_in_without_the_password_and_only_its_owner_can_read_it() throws IOException {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("mainline"), "mainline", "guess"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("mainline"), "postgres", ""))
                .isInstanceOf(SQLException.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_application_is_no_superuser() throws SQLException {
        assertThat(ask("select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void a_killed_database_comes_back_with_all_that_was_committed() throws SQLException {
        execute("create table kept (what text)", "insert into kept values ('all of it')");
        var pid = ProcessHandle.of(postmaster()).orElseThrow();
        pid.destroyForcibly();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ask("select what from kept")).isEqualTo("all of it"));
    }

    @Test
    void the_version_named_is_the_version_unpacked() throws SQLException {
        assertThat(ask("show server_version")).isEqualTo(PostgresBinaries.VERSION);
    }

    @Test
    void a_process_number_that_now_belongs_to_another_does_not_stop_the_start() throws IOException, SQLException {
        postgres.close();
        Files.writeString(
                folder.resolve("database").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("database") + "\n1\n1\n\n127.0.0.1\n");
        postgres = EmbeddedPostgres.start(folder, Durability.DURABLE);
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void a_torn_file_of_the_process_number_does_not_stop_the_start() throws IOException, SQLException {
        var file = folder.resolve("database").resolve("postmaster.pid");
        for (var torn : List.of("", "\0".repeat(100), "no number\n", "\u00ff\u00fe", "99999999999999999999\n")) {
            postgres.close();
            Files.writeString(file, torn, StandardCharsets.ISO_8859_1);
            postgres = EmbeddedPostgres.start(folder, Durability.DURABLE);
            assertThat(ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_copy_of_the_folder_starts_whoever_owns_it_and_however_closed_it_is() throws Exception {
        execute("create table if not exists copied (what text)", "insert into copied values ('all of it')");
        postgres.close();
        var copy = temporary.resolve("copy");
        sh("umask 077; cp -r " + folder.path() + " " + copy);
        var link = Files.createSymbolicLink(temporary.resolve("link"), copy);
        for (var open : List.of("chmod 700 " + copy, "chmod -R go+rx " + copy, "chown -R root:root " + copy)) {
            if (open.startsWith("chown") && !Account.isRoot()) continue;
            sh(open);
            try (var started = EmbeddedPostgres.start(DataFolder.open(link), Durability.DURABLE)) {
                try (var connection =
                                DriverManager.getConnection(started.url("mainline"), "mainline", started.password());
                        var rows = connection.createStatement().executeQuery("select what from copied")) {
                    assertThat(rows.next()).isTrue();
                }
            }
        }
        postgres = EmbeddedPostgres.start(folder, Durability.DURABLE);
    }

    private static void sh(String command) throws Exception {
        assertThat(new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor())
                .isZero();
    }

    private long postmaster() {
        try {
            var file = folder.resolve("database").resolve("postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).getFirst());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String ask(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("mainline"), "mainline", postgres.password());
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("mainline"), "mainline", postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }
}
