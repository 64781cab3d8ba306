package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mainline.MainlineTest;
import mainline.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MainlineTest
class RateLimitTest {
    private final RateLimit limits;
    private final Jobs jobs;
    private final JdbcClient db;
    private final TestClock clock;
    private final TransactionTemplate transaction;

    RateLimitTest(RateLimit limits, Jobs jobs, JdbcClient db, TestClock clock, TransactionTemplate transaction) {
        this.limits = limits;
        this.jobs = jobs;
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Test
    void attempts_beyond_the_limit_are_refused_until_the_window_has_passed() {
        assertThat(attempt("ann")).isTrue();
        assertThat(attempt("ann")).isTrue();
        assertThat(attempt("ann")).isFalse();
        clock.advance(Duration.ofMinutes(10));
        assertThat(attempt("ann")).isTrue();
    }

    @Test
    void one_person_does_not_use_up_what_another_may() {
        attempt("bea");
        attempt("bea");
        assertThat(attempt("cy")).isTrue();
    }

    @Test
    void an_attempt_counts_even_when_its_act_is_rolled_back() {
        transaction.executeWithoutResult(status -> {
            attempt("dan");
            attempt("dan");
            status.setRollbackOnly();
        });
        assertThat(attempt("dan")).isFalse();
    }

    @Test
    void past_attempts_are_forgotten() {
        attempt("eve");
        clock.advance(Duration.ofMinutes(10));
        jobs.run("forget-attempts");
        assertThat(db.sql("select count(*) from rate_limit").query(Long.class).single())
                .isZero();
    }

    @Test
    void what_was_right_is_given_back() {
        attempt("flo");
        attempt("flo");
        limits.giveBack("test", "flo");
        assertThat(attempt("flo")).isTrue();
        assertThat(attempt("flo")).isFalse();
    }

    @Test
    void waits_double_up_to_the_longest_and_are_forgotten_in_the_end() {
        var pace = new Pace.Slower(2, Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1));
        assertThat(List.of(wait(pace), wait(pace), wait(pace))).containsOnly(Duration.ZERO);
        for (int minutes : new int[] {1, 2, 4, 5, 5}) {
            assertThat(wait(pace)).isEqualTo(Duration.ofMinutes(minutes));
            clock.advance(Duration.ofMinutes(minutes));
            assertThat(wait(pace)).isEqualTo(Duration.ZERO);
        }
        clock.advance(Duration.ofHours(1));
        assertThat(List.of(wait(pace), wait(pace), wait(pace))).containsOnly(Duration.ZERO);
    }

    private Duration wait(Pace pace) {
        return limits.attempt("slower", "gil", pace);
    }

    private boolean attempt(String key) {
        return limits.allow("test", key, 2, Duration.ofMinutes(10));
    }
}
