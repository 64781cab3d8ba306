package mainline.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Duration NO_TIME = Duration.ZERO;

    private final Listener listener = new Listener(new Subject(new CommunityId(7), Subject.Kind.IDEA, 12));

    @Test
    void it_is_told_the_subject_and_the_verb() throws InterruptedException {
        listener.hear("idea.edited");
        assertThat(listener.next(NO_TIME)).isEqualTo("event: moved\ndata: IDEA-12 idea.edited\n\n");
        assertThat(listener.next(NO_TIME)).isNull();
    }

    @Test
    void what_is_too_much_to_be_told_one_by_one_becomes_one_word() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) listener.hear("idea.edited");
        int told = 0;
        boolean looks = false;
        for (String next = listener.next(NO_TIME); next != null; next = listener.next(NO_TIME)) {
            told++;
            looks |= next.startsWith("event: look\n");
        }
        assertThat(told).isLessThanOrEqualTo(16);
        assertThat(looks).isTrue();
    }

    @Test
    void one_that_has_ended_is_told_nothing_more() throws InterruptedException {
        listener.hear("idea.edited");
        listener.end();
        assertThat(listener.next(NO_TIME)).isNull();
    }
}
