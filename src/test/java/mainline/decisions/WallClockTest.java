package mainline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    @Test
    void a_time_that_clocks_skip_is_the_moment_they_skip_it() {
        assertThat(moment("2026-03-29T02:30")).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(moment("2026-03-29T03:00")).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void a_time_that_comes_twice_is_the_earlier() {
        assertThat(moment("2026-10-25T02:30")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(moment("2026-10-25T03:00")).isEqualTo(Instant.parse("2026-10-25T02:00:00Z"));
    }

    @Test
    void the_same_time_of_day_is_kept_over_the_change() {
        assertThat(moment("2026-03-28T20:00")).isEqualTo(Instant.parse("2026-03-28T19:00:00Z"));
        assertThat(moment("2026-03-29T20:00")).isEqualTo(Instant.parse("2026-03-29T18:00:00Z"));
    }

    @Test
    void days_later_it_is_the_same_time_of_day_and_no_hour_is_lost() {
        Instant march = moment("2026-03-28T20:00");
        assertThat(WallClock.later(march, 3, MADRID))
                .as("an hour more than by the wall")
                .isEqualTo(moment("2026-03-31T21:00"));
        Instant october = moment("2026-10-24T20:00");
        assertThat(WallClock.later(october, 3, MADRID)).isEqualTo(moment("2026-10-27T20:00"));
    }

    private static Instant moment(String local) {
        return WallClock.moment(LocalDateTime.parse(local), MADRID);
    }
}
