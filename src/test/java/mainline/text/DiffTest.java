package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainline.text.Diff.Kind;
import mainline.text.Diff.Paragraph;
import mainline.text.Diff.Piece;
import mainline.text.Diff.Place;
import mainline.text.Diff.Stretch;
import org.junit.jupiter.api.Test;

class DiffTest {

    @Test
    void a_changed_word_is_shown_inside_its_paragraph() {
        assertThat(paragraphs(Diff.of("The chair speaks first.", "The chair speaks last.")))
                .containsExactly(new Paragraph(
                        List.of(
                                new Piece(Kind.SAME, "The chair speaks "),
                                new Piece(Kind.REMOVED, "first"),
                                new Piece(Kind.ADDED, "last"),
                                new Piece(Kind.SAME, ".")),
                        1,
                        1,
                        Place.STAYED));
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
        assertThat(Diff.of("one\n\ntwo\n", "one\r\n\r\ntwo").isEmpty()).isTrue();
        assertThat(Diff.of("", "").stretches()).isEmpty();
    }

    @Test
    void where_lines_are_broken_is_no_change() {
        String wide = "Give everybody five minutes to read the page in silence.\n\n- Close with who\n  does what.\n";
        String slim = "Give everybody five\nminutes to read the\npage in silence.\n\n- Close with\n  who does what.\n";
        assertThat(Diff.of(wide, slim).isEmpty()).isTrue();
        assertThat(shown(Diff.of(wide, slim.replace("five", "six"))))
                .isEqualTo(
                        "Give everybody [-five-][+six+] minutes to read the page in silence.\n- Close with who does what.");
        assertThat(Diff.of("> Be kind and\n> be brief.\n", "> Be kind\n> and be brief.\n")
                        .isEmpty())
                .as("quotations")
                .isTrue();
        assertThat(Diff.of("One  \ntwo\n", "One\ntwo\n").isEmpty())
                .as("a line that ends for good")
                .isFalse();
        assertThat(Diff.of("```\none\ntwo\n```\n", "```\none two\n```\n").isEmpty())
                .as("code")
                .isFalse();
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

    private static final String SILENCE = "Give everybody five minutes to read the page in silence.";
    private static final String ROUND = "Then go round once, and let each person say one thing.";
    private static final String CLOSE = "Close with who does what by when, read out aloud.";
    private static final String ARABIC = "يقرأ الجميع الصفحة في صمت لمدة خمس دقائق قبل بدء النقاش";

    @Test
    void a_paragraph_that_moved_is_told_at_both_its_places() {
        List<Paragraph> all = paragraphs(Diff.of(
                String.join("\n\n", SILENCE, ROUND, CLOSE, ARABIC),
                String.join("\n\n", ROUND, CLOSE, ARABIC, SILENCE)));
        assertThat(all)
                .extracting(Paragraph::place)
                .containsExactly(Place.LEFT, Place.STAYED, Place.STAYED, Place.STAYED, Place.ARRIVED);
        assertThat(all.getFirst().before()).isEqualTo(1);
        assertThat(all.getFirst().after()).isEqualTo(7);
        assertThat(all.getLast().pieces()).containsExactly(new Piece(Kind.SAME, SILENCE));
        assertThat(all.getLast().down()).isTrue();
        assertThat(all.getLast().leftLine()).isZero();
        assertThat(all.getLast().rightLine()).isEqualTo(7);
    }

    @Test
    void words_that_changed_inside_a_moved_paragraph_are_marked() {
        Diff diff = Diff.of(
                String.join("\n\n", ARABIC, SILENCE, ROUND, CLOSE),
                String.join("\n\n", SILENCE, ROUND, CLOSE, ARABIC.replace("خمس", "عشر")));
        Paragraph moved = paragraphs(diff).getLast();
        assertThat(moved.place()).isEqualTo(Place.ARRIVED);
        assertThat(moved.pieces())
                .contains(new Piece(Kind.REMOVED, "خمس"), new Piece(Kind.ADDED, "عشر"))
                .hasSize(4);
    }

    @Test
    void a_section_moves_with_its_heading_and_its_table() {
        String section = "## Tea\n\n| when | who brings it |\n|---|---|\n| at four | the crew of the day |\n";
        String rest =
                String.join("\n\n", SILENCE, ROUND, CLOSE, "Whoever chairs writes the minutes.", "Nobody smokes.");
        List<Paragraph> all = paragraphs(Diff.of(section + rest, rest + "\n" + section));
        assertThat(all.getFirst().place()).isEqualTo(Place.LEFT);
        assertThat(all.getFirst().pieces()).hasSize(4);
        assertThat(all.subList(all.size() - 4, all.size()))
                .extracting(Paragraph::place)
                .containsExactly(Place.ARRIVED, Place.FOLLOWED, Place.FOLLOWED, Place.FOLLOWED);
    }

    @Test
    void what_is_short_or_changed_in_its_place_did_not_move() {
        assertThat(paragraphs(Diff.of("yes\n" + SILENCE + "\n" + ROUND, SILENCE + "\n" + ROUND + "\nyes")))
                .extracting(Paragraph::place)
                .containsOnly(Place.STAYED);
        assertThat(paragraphs(Diff.of(SILENCE + "\n" + ROUND, SILENCE.replace("five", "ten") + "\n" + ROUND)))
                .extracting(Paragraph::place)
                .containsOnly(Place.STAYED);
    }

    @Test
    void each_paragraph_knows_its_line_in_both_texts() {
        List<Paragraph> all = paragraphs(Diff.of(
                "# Tea\n\nWe drink tea at four.\n\n\nWe wash up.\n\nGone.",
                "# Tea\n\nNew here.\n\nWe drink tea at five.\n\nWe wash up."));
        assertThat(all)
                .filteredOn(paragraph ->
                        paragraph.pieces().stream().anyMatch(p -> p.text().contains("wash")))
                .singleElement()
                .satisfies(paragraph -> assertThat(List.of(paragraph.before(), paragraph.after()))
                        .isEqualTo(List.of(6, 7)));
        assertThat(all)
                .filteredOn(paragraph ->
                        paragraph.pieces().stream().anyMatch(p -> p.text().contains("four")))
                .singleElement()
                .satisfies(paragraph -> assertThat(List.of(paragraph.before(), paragraph.after()))
                        .isEqualTo(List.of(3, 5)));
        assertThat(all)
                .filteredOn(paragraph ->
                        paragraph.pieces().stream().anyMatch(p -> p.text().contains("Gone")))
                .singleElement()
                .satisfies(paragraph -> assertThat(List.of(paragraph.before(), paragraph.after()))
                        .isEqualTo(List.of(8, 0)));
    }

    @Test
    void a_large_page_whose_sections_change_places_is_compared_at_once() {
        Random random = new Random(11);
        String one = text(random, 40_000);
        String other = text(random, 40_000);
        Instant start = Instant.now();
        Diff.of(one + "\n\n" + other, other + "\n\n" + one);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
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
    void of_too_many_lines_the_first_are_shown_and_the_others_counted() {
        Diff diff = Diff.of("x\n\n".repeat(50_000), "y\n\n".repeat(50_000));
        assertThat(diff.leftOut() + paragraphs(diff).size()).isEqualTo(100_000);
        assertThat(paragraphs(diff)).hasSizeLessThan(10_000);
        assertThat(Diff.of("one\n\ntwo", "one\n\n2").leftOut()).isZero();
    }

    @Test
    void of_a_very_long_line_the_middle_is_shown_and_said_to_be_coarse() {
        String line = "word ".repeat(100_000);
        Diff diff = Diff.of(line + "and the last one", line + "or a last one");
        assertThat(diff.coarse()).isTrue();
        List<Paragraph> all = paragraphs(diff);
        assertThat(all)
                .singleElement()
                .satisfies(paragraph -> assertThat(paragraph.pieces().subList(1, 4))
                        .extracting(piece -> piece.kind() + " " + piece.text())
                        .containsExactly("REMOVED and the", "ADDED or a", "SAME  last one"));
        assertThat(Diff.of("会".repeat(150_000), "会".repeat(150_000) + "议")
                        .stretches()
                        .getFirst()
                        .paragraphs())
                .singleElement()
                .satisfies(paragraph ->
                        assertThat(paragraph.pieces().getLast().text()).isEqualTo("议"));
        assertThat(Diff.of("one two three", "one 2 three").coarse()).isFalse();
        assertThat(Diff.of("x".repeat(400_000), "y".repeat(400_000)).isEmpty()).isFalse();
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
        Set<Place> elsewhere = kind == Kind.ADDED ? EnumSet.of(Place.LEFT) : EnumSet.of(Place.ARRIVED, Place.FOLLOWED);
        return words(all.stream()
                .filter(paragraph -> !elsewhere.contains(paragraph.place()))
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
