package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.look.Diff.Kind;
import mainline.look.Diff.Paragraph;
import mainline.look.Diff.Piece;
import mainline.look.Diff.Stretch;
import org.junit.jupiter.api.Test;

class DiffTest {

    @Test
    void a_changed_word_is_shown_inside_its_paragraph() {
        assertThat(paragraphs(Diff.of("The chair speaks first.", "The chair speaks last.")))
                .containsExactly(new Paragraph(List.of(
                        new Piece(Kind.SAME, "The chair speaks "),
                        new Piece(Kind.REMOVED, "first"),
                        new Piece(Kind.ADDED, "last"),
                        new Piece(Kind.SAME, "."))));
    }

    @Test
    void neighbouring_words_change_together() {
        assertThat(shown(Diff.of("We all read it in silence now.", "We all read it aloud together now.")))
                .isEqualTo("We all read it [-in silence-][+aloud together+] now.");
    }

    @Test
    void a_paragraph_rewritten_altogether_is_not_cut_into_words() {
        assertThat(shown(Diff.of("Put phones away.", "Sit where everybody sees the others")))
                .isEqualTo("[-Put phones away.-]\n[+Sit where everybody sees the others+]");
    }

    @Test
    void equal_texts_show_no_change() {
        assertThat(Diff.of("one\n\ntwo\n", "one\r\ntwo").isEmpty()).isTrue();
        assertThat(Diff.of("", "").stretches()).isEmpty();
    }

    @Test
    void paragraphs_far_from_a_change_are_folded() {
        String before = IntStream.range(0, 10).mapToObj(i -> "Paragraph " + i).collect(Collectors.joining("\n\n"));
        Diff diff = Diff.of(before, before.replace("Paragraph 5", "Something else"));
        assertThat(diff.stretches()).extracting(Stretch::folded).containsExactly(true, false, true);
        assertThat(diff.stretches())
                .extracting(stretch -> stretch.paragraphs().size())
                .containsExactly(4, 4, 3);
    }

    @Test
    void nothing_of_either_text_is_lost() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            String before = text(random, 40);
            String after = text(random, 40);
            List<Paragraph> all = paragraphs(Diff.of(before, after));
            assertThat(side(all, Kind.REMOVED)).isEqualTo(words(before));
            assertThat(side(all, Kind.ADDED)).isEqualTo(words(after));
        }
    }

    @Test
    void long_and_entirely_different_texts_are_compared_at_once() {
        Random random = new Random(3);
        String before = text(random, 20_000);
        String after = text(random, 20_000);
        Instant start = Instant.now();
        Diff.of(before, after);
        Diff.of("x\n".repeat(60_000), "y\n".repeat(60_000));
        Diff.of("word ".repeat(30_000), "other ".repeat(30_000));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(i -> "w" + random.nextInt(12) + (random.nextInt(6) == 0 ? "\n\n" : " "))
                .collect(Collectors.joining());
    }

    private static List<Paragraph> paragraphs(Diff diff) {
        return diff.stretches().stream()
                .flatMap(stretch -> stretch.paragraphs().stream())
                .toList();
    }

    private static String side(List<Paragraph> all, Kind kind) {
        return words(all.stream()
                .flatMap(paragraph -> java.util.stream.Stream.concat(
                        paragraph.pieces().stream()
                                .filter(piece -> piece.kind() == Kind.SAME || piece.kind() == kind)
                                .map(Piece::text),
                        java.util.stream.Stream.of(" ")))
                .collect(Collectors.joining()));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String shown(Diff diff) {
        return paragraphs(diff).stream()
                .map(paragraph -> paragraph.pieces().stream()
                        .map(piece -> switch (piece.kind()) {
                            case SAME -> piece.text();
                            case ADDED -> "[+" + piece.text() + "+]";
                            case REMOVED -> "[-" + piece.text() + "-]";
                        })
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }
}
