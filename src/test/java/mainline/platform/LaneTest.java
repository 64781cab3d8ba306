package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final long NO_TIME = 0;
    private static final long SOME_TIME = TimeUnit.SECONDS.toNanos(10);

    @Test
    void nobody_gets_more_than_their_places() throws Exception {
        Lane lane = new Lane(3, 2, 5);
        assertThat(lane.enter("a", NO_TIME)).isTrue();
        assertThat(lane.enter("a", NO_TIME)).isTrue();
        assertThat(lane.enter("a", NO_TIME)).isFalse();
        assertThat(lane.enter("b", NO_TIME)).isTrue();
        assertThat(lane.enter("c", NO_TIME)).as("all places are taken").isFalse();
        lane.leave("a");
        assertThat(lane.enter("c", NO_TIME)).isTrue();
    }

    @Test
    void the_house_itself_may_take_every_place() throws Exception {
        Lane lane = new Lane(2, 1, 0);
        assertThat(lane.enter("", NO_TIME)).isTrue();
        assertThat(lane.enter("", NO_TIME)).isTrue();
    }

    @Test
    void whoever_waits_gets_the_next_place() throws Exception {
        Lane lane = new Lane(1, 1, 5);
        lane.enter("a", NO_TIME);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> enter(lane, "b"));
        lane.leave("a");
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void only_so_many_wishes_of_one_asker_wait() throws Exception {
        Lane lane = new Lane(2, 1, 1);
        lane.enter("a", NO_TIME);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> enter(lane, "a"));
        while (!lane.isAskedBy("a", 2)) Thread.sleep(5);
        assertThat(lane.enter("a", SOME_TIME)).as("refused at once").isFalse();
        assertThat(lane.enter("b", NO_TIME)).as("others are not in their way").isTrue();
        lane.leave("a");
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nothing_is_kept_of_whoever_has_gone() throws Exception {
        Lane lane = new Lane(1, 1, 1);
        lane.enter("a", NO_TIME);
        lane.enter("b", NO_TIME);
        lane.leave("a");
        assertThat(lane.isAskedBy("a", 1)).isFalse();
        assertThat(lane.isAskedBy("b", 1)).isFalse();
    }

    @Test
    void nobody_holds_more_than_half_of_what_is_shared() {
        Hold hold = new Hold(10);
        assertThat(hold.take("a", 5)).isTrue();
        assertThat(hold.take("a", 1)).isFalse();
        assertThat(hold.take("b", 5)).isTrue();
        assertThat(hold.take("c", 1)).as("there is no more").isFalse();
        hold.giveBack("a", 5);
        assertThat(hold.take("c", 1)).isTrue();
    }

    private static boolean enter(Lane lane, String who) {
        try {
            return lane.enter(who, SOME_TIME);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
