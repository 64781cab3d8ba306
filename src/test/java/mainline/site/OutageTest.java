package mainline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import mainline.Browser;
import mainline.MainlineTest;
import mainline.TestClock;
import mainline.people.People;
import mainline.platform.Outage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class OutageTest {
    private static final String PASSWORD = "seven quiet lanterns";
    private static final String ABOUT = "I look after the boats and the ropes.";

    private final People people;
    private final JdbcClient db;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    OutageTest(People people, JdbcClient db, TestClock clock) {
        this.people = people;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void somebody_is_there() {
        if (!people.isSetUp()) people.create("Olga", "olga@example.org", PASSWORD);
    }

    @AfterEach
    void all_works_again() {
        db.sql("drop function if exists fails() cascade").update();
    }

    @Test
    void on_a_full_disk_writers_are_told_so_and_keep_what_they_typed_and_readers_read() {
        Browser olga = new Browser(port).signIn("olga@example.org", PASSWORD);
        assertThat(olga.get("/admin").text()).contains("MB free on its disk").doesNotContain("The disk is full");
        failing("53100", "could not extend file: No space left on device");
        olga.get("/me").submitOnly("/me/profile", Map.of("name", "Olga", "about", ABOUT));
        assertThat(olga.status()).isEqualTo(503);
        assertThat(olga.header("Retry-After")).isEqualTo("600");
        assertThat(olga.text()).contains("There is no room left").doesNotContain("our fault");
        assertThat(olga.page().select("textarea").text()).contains(ABOUT);
        clock.advance(Duration.ofMinutes(6));
        failing("53100", "could not extend file: No space left on device", "session");
        assertThat(olga.get("/me").status()).as("reading goes on").isEqualTo(200);
        assertThat(olga.get("/admin").status()).isEqualTo(200);
        all_works_again();
        olga.get("/me").submitOnly("/me/profile", Map.of("name", "Olga", "about", ABOUT));
        assertThat(olga.status()).as("without a new start").isEqualTo(303);
    }

    @Test
    void operators_see_that_the_disk_was_full_lately() {
        Browser olga = new Browser(port).signIn("olga@example.org", PASSWORD);
        failing("53100", "could not write");
        olga.get("/me").submitOnly("/me/profile", Map.of("name", "Olga", "about", ABOUT));
        assertThat(olga.get("/admin").text()).contains("The disk is full");
        clock.advance(Duration.ofMinutes(6));
        assertThat(olga.get("/admin").text()).doesNotContain("The disk is full");
    }

    @Test
    void while_the_database_is_started_again_people_are_asked_to_come_back() {
        Browser olga = new Browser(port).signIn("olga@example.org", PASSWORD);
        failing("57P03", "the database system is starting up");
        olga.get("/me").submitOnly("/me/profile", Map.of("name", "Olga", "about", ABOUT));
        assertThat(olga.status()).isEqualTo(503);
        assertThat(olga.header("Retry-After")).isEqualTo("10");
        assertThat(olga.text()).contains("Back in a moment");
    }

    @Test
    void an_outage_is_known_by_its_cause() {
        IOException full = new FileSystemException("/tmp/upload", null, "No space left on device");
        assertThat(Outage.of(new IllegalStateException(new UncheckedIOException(full))))
                .isEqualTo(Outage.FULL);
        assertThat(Outage.of(new SQLException("disk full", "53100"))).isEqualTo(Outage.FULL);
        assertThat(Outage.of(new SQLException("out of memory", "53200"))).isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new SQLException("terminated", "57P01"))).isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new SQLException("connection lost", "08006"))).isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new SQLTransientConnectionException("timed out"))).isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new SQLException("Connection is closed"))).isEqualTo(Outage.AWAY);
        assertThat(Outage.of(new SQLException("duplicate key", "23505"))).isNull();
        assertThat(Outage.of(new IllegalStateException("a mistake of ours"))).isNull();
    }

    private void failing(String state, String message) {
        failing(state, message, "person");
    }

    private void failing(String state, String message, String table) {
        db.sql("create or replace function fails() returns trigger language plpgsql as $$ begin raise exception '"
                        + message + "' using errcode = '" + state + "'; end $$")
                .update();
        db.sql("create trigger fails before update on " + table + " for each row execute function fails()")
                .update();
    }
}
