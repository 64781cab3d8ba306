package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.text.LineMap.Fit;
import mainline.text.LineMap.Found;
import org.junit.jupiter.api.Test;

/** Lines of one text are found again in another. */
class LineMapTest {
    private static final String SILENCE = "Give everybody five minutes to read the page in silence.";
    private static final String ROUND = "Then go round once, and let each person say one thing.";
    private static final String CLOSE = "Close with who does what by when, read out aloud.";
    private static final String ARABIC = "يقرأ الجميع الصفحة في صمت لمدة خمس دقائق قبل بدء النقاش";

    private static Lines lines(String... lines) {
        return Lines.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Found find(Lines before, Lines after, int first, int last) {
        return new LineMap(before, after).find(first, last);
    }

    @Test
    void lines_move_down_with_what_is_put_above_them() {
        Found found = find(lines(SILENCE, ROUND, CLOSE), lines("# New", "", SILENCE, ROUND, "", CLOSE), 2, 3);
        assertThat(found.fit()).isEqualTo(Fit.CHANGED);
        assertThat(find(lines(SILENCE, ROUND, CLOSE), lines("# New", "", SILENCE, ROUND, CLOSE), 2, 3))
                .isEqualTo(new Found(4, 5, Fit.SAME));
    }

    @Test
    void a_line_that_changed_is_found_where_its_words_are() {
        Lines after = lines("# New", ROUND, ARABIC.replace("خمس", "عشر"), "", CLOSE);
        assertThat(find(lines(SILENCE, ARABIC, CLOSE), after, 2, 2)).isEqualTo(new Found(3, 3, Fit.CHANGED));
    }

    @Test
    void a_line_that_moved_is_found_at_its_new_place() {
        assertThat(find(lines(SILENCE, "", ROUND, "", CLOSE), lines(ROUND, "", CLOSE, "", SILENCE), 1, 1))
                .isEqualTo(new Found(5, 5, Fit.SAME));
        assertThat(find(lines(SILENCE, ROUND, CLOSE), lines(ROUND, CLOSE, SILENCE.replace("five", "ten")), 1, 1))
                .isEqualTo(new Found(3, 3, Fit.CHANGED));
    }

    @Test
    void of_a_line_that_occurs_twice_the_right_one_is_found() {
        Lines before = lines("# Tea", SILENCE, CLOSE, "# Coffee", SILENCE, ROUND);
        Lines after = lines("# Tea", "A line more.", SILENCE, CLOSE, "# Coffee", SILENCE, ROUND);
        assertThat(find(before, after, 2, 2)).isEqualTo(new Found(3, 3, Fit.SAME));
        assertThat(find(before, after, 5, 5)).isEqualTo(new Found(6, 6, Fit.SAME));
        Lines swapped = lines("# Coffee", SILENCE, ROUND, "", "# Tea", SILENCE, CLOSE);
        assertThat(find(before, swapped, 2, 2)).isEqualTo(new Found(6, 6, Fit.SAME));
        assertThat(find(before, swapped, 5, 5)).isEqualTo(new Found(2, 2, Fit.SAME));
    }

    @Test
    void a_line_that_was_taken_out_is_gone() {
        assertThat(find(lines(SILENCE, ROUND, CLOSE), lines(SILENCE, CLOSE), 2, 2))
                .isEqualTo(Found.NOT);
        assertThat(find(lines(SILENCE), lines(""), 1, 1).fit()).isNotEqualTo(Fit.SAME);
    }

    @Test
    void how_lines_end_does_not_count() {
        Lines crlf = Lines.of((SILENCE + "\r\n" + ROUND).getBytes(StandardCharsets.UTF_8));
        assertThat(find(lines(SILENCE, ROUND), crlf, 2, 2)).isEqualTo(new Found(2, 2, Fit.SAME));
    }

    @Test
    void every_line_is_found_somewhere_or_gone_whatever_becomes_of_a_text() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Lines before = Lines.of(text(random).getBytes(StandardCharsets.UTF_8));
            Lines after = Lines.of(text(random).getBytes(StandardCharsets.UTF_8));
            LineMap map = new LineMap(before, after);
            for (int first = 1; first <= before.count(); first++) {
                for (int last = first; last <= before.count(); last++) {
                    Found found = map.find(first, last);
                    if (found.fit() == Fit.GONE) continue;
                    assertThat(found.first()).isBetween(1, found.last());
                    assertThat(found.last()).isLessThanOrEqualTo(after.count());
                    if (found.fit() == Fit.SAME)
                        assertThat(after.text(found.first(), found.last())).isEqualTo(before.text(first, last));
                }
            }
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(
                        i -> random.nextInt(4) == 0 ? "" : "word" + random.nextInt(4) + " and word" + random.nextInt(3))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void many_lines_that_come_again_and_again_are_compared_at_once() {
        Lines before = Lines.of("a\nb\n".repeat(60_000).getBytes(StandardCharsets.UTF_8));
        Lines after = Lines.of("b\nc\n".repeat(60_000).getBytes(StandardCharsets.UTF_8));
        Instant start = Instant.now();
        assertThat(new LineMap(before, after).edits()).isNotEmpty();
        assertThat(TextMerge.of(before.text(), after.text(), before.text() + "d\n")
                        .contested())
                .isNotEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(new LineMap(lines("a", "b", "a", "b", "a"), lines("b", "a", "b")).edits())
                .hasSize(2);
    }
}
