package mainline.concerns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import mainline.decisions.Phase;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private final Round first = Round.first(START, START.plus(Duration.ofHours(8)));

    private static Instant at(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    @Test
    void a_window_has_four_equal_phases() {
        assertThat(first.phase(START)).isEqualTo(Phase.CLARIFY);
        assertThat(first.phase(at(2).minusNanos(1))).isEqualTo(Phase.CLARIFY);
        assertThat(first.phase(at(2))).isEqualTo(Phase.REACT);
        assertThat(first.phase(at(4))).isEqualTo(Phase.AMEND);
        assertThat(first.phase(at(6))).isEqualTo(Phase.OBJECT);
        assertThat(first.phase(at(8))).isEqualTo(Phase.OVER);
    }

    @Test
    void moving_on_begins_the_next_phase_and_leaves_the_later_ones_their_length() {
        Round moved = first.moveOn(at(1));
        assertThat(moved.phase(at(1))).isEqualTo(Phase.REACT);
        assertThat(moved.ends()).isEqualTo(at(7));
        Round again = moved.moveOn(at(1)).moveOn(at(1));
        assertThat(again.phase(at(1))).isEqualTo(Phase.OBJECT);
        assertThat(again.ends()).isEqualTo(at(3));
        assertThatThrownBy(() -> again.moveOn(at(2))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_second_round_begins_with_amending() {
        Round second = first.again(at(8));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.phase(at(8))).isEqualTo(Phase.AMEND);
        assertThat(second.phase(at(10))).isEqualTo(Phase.OBJECT);
        assertThat(second.ends()).isEqualTo(at(12));
    }
}
