package mainline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the ways cost that people walk most: pages, fields and taps on a phone; {@code bin/bench ways} prints them. */
@InChromium
@MainlineTest
class WaysTest {
    private final ApplicationContext app;
    private final TestClock clock;

    @LocalServerPort
    private int port;

    private Ways ways;

    WaysTest(ApplicationContext app, TestClock clock) {
        this.app = app;
        this.clock = clock;
    }

    @BeforeEach
    void somebody_has_a_phone() {
        clock.reset();
        ways = new Ways(app, port);
    }

    private static void isShort(Ways.Walked way) {
        assertThat(way.met()).as(way.toString()).isTrue();
    }

    @Test
    void from_stranger_to_idea() {
        isShort(ways.strangerToIdea());
    }

    @Test
    void from_stranger_to_comment() {
        isShort(ways.strangerToComment());
    }

    @Test
    void from_invited_to_vote() {
        isShort(ways.invitedToVote());
    }

    @Test
    void through_all_changes_that_wait() {
        isShort(ways.stewardToNothingLeft(5));
    }

    @Test
    void from_member_to_pledge() {
        isShort(ways.memberToPledge());
    }

    @Test
    void to_what_waits_after_thirty_days_away() {
        isShort(ways.memberToWhatWaits(() -> clock.advance(Duration.ofDays(30))));
    }

    @Test
    void from_typo_to_the_handbook() {
        List<Ways.Walked> both = ways.typoToHandbook();
        both.forEach(WaysTest::isShort);
        assertThat(both.getLast().cost().taps()).as("the steward's").isEqualTo(1);
    }
}
