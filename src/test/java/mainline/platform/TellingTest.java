package mainline.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static Movement idea(long number, String verb) {
        return new Movement(new Subject(new CommunityId(7), Subject.Kind.IDEA, number), verb);
    }

    @Test
    void what_is_told_is_heard() {
        Telling telling = new Telling("here", Set.of(idea(12, "idea.edited"), idea(13, "idea.published")));
        assertThat(Telling.of(telling.text())).isEqualTo(telling);
    }

    @Test
    void what_is_longer_than_a_message_may_be_anything() {
        Set<Movement> many = LongStream.range(0, 1_000)
                .mapToObj(number -> idea(number, "idea.edited"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Telling heard = Telling.of(new Telling("here", many).text());
        assertThat(heard.isOfAnything()).isTrue();
        assertThat(heard.origin()).isEqualTo("here");
    }

    @Test
    void words_that_are_not_known_here_may_be_anything() {
        assertThat(Telling.of("here\n7 DREAM-12 dream.told").isOfAnything()).isTrue();
        assertThat(Telling.of("here\nhello").isOfAnything()).isTrue();
        assertThat(Telling.of("").isOfAnything()).isTrue();
    }
}
