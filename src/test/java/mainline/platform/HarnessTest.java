package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import mainline.MainlineTest;
import mainline.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@MainlineTest
class HarnessTest {
    private final JdbcClient db;
    private final Clock clock;
    private final TestClock testClock;

    HarnessTest(JdbcClient db, Clock clock, TestClock testClock) {
        this.db = db;
        this.clock = clock;
        this.testClock = testClock;
    }

    @Test
    void the_database_is_a_real_migrated_postgresql() {
        assertThat(db.sql("show server_version").query(String.class).single()).startsWith("18");
        assertThat(db.sql("select count(*) from outgoing_mail")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_test_moves_the_clock_of_the_application() {
        var before = clock.instant();
        testClock.advance(Duration.ofDays(3));
        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void the_application_answers(@LocalServerPort int port) {
        assertThat(port).isPositive();
    }
}
