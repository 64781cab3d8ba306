package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordChangesTest {
    @Test
    void a_word_in_the_place_of_another_is_one() {
        WordChanges changes = WordChanges.of("We meet on teh pier.", "We meet on the pier.", 100)
                .orElseThrow();
        assertThat(changes.removed()).containsExactly("teh");
        assertThat(changes.added()).containsExactly("the");
        assertThat(changes.size()).isEqualTo(1);
    }

    @Test
    void where_lines_break_does_not_count() {
        assertThat(WordChanges.of("One two\nthree  four", "One\ntwo three four\n", 100)
                        .orElseThrow()
                        .size())
                .isZero();
    }

    @Test
    void words_far_apart_are_counted_alone() {
        WordChanges changes =
                WordChanges.of("a b c d e f g", "a B c d e F g h", 100).orElseThrow();
        assertThat(changes.removed()).containsExactly("b", "f");
        assertThat(changes.added()).containsExactly("B", "F", "h");
    }

    @Test
    void what_is_too_long_to_compare_is_not() {
        assertThat(WordChanges.of("a " + "x ".repeat(101) + "b", "c " + "y ".repeat(101) + "d", 100))
                .isEmpty();
        assertThat(WordChanges.of("same ".repeat(10_000), "same ".repeat(10_000), 100))
                .isPresent();
    }
}
