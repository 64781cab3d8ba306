package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import mainline.text.Diff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A difference is read by people who need not know what a heading is written with. */
class DiffShapeTest {
    private static String shown(String before, String after) {
        return Diff.of(before, after).stretches().stream()
                .flatMap(stretch -> stretch.paragraphs().stream())
                .map(paragraph -> DiffShape.of(paragraph) + ": "
                        + DiffShape.pieces(paragraph).stream()
                                .map(piece -> piece.kind().name().charAt(0) + piece.text())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" / "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "## Tea at four today | ## Tea at four today | same head: STea at four today",
                "## Tea at four today | ## Tea at five today | changed head: STea at RfourAfiveS today",
                "'' | ### Tea | changed head: ATea",
                "## Tea | '' | changed head: RTea",
                "# 1 of us | # 1 of us | same head: S1 of us",
                "#hashtag | #hashtag | same: S#hashtag",
                "Do *not* [ask](a.md) `x` | Do *not* [ask](a.md) `x` | same: SDo not ask x",
                "- do **not** ask | - do **not** ask | same item: S- do not ask",
                "1. do | 1. do | same item: S1. do",
                "2 * 3 < 4 | 2 * 3 < 4 | same: S2 * 3 < 4",
                "## Do *not* | ## Do *not* | same head: SDo not",
                "Do *not* ask | Do *not* tell | changed: SDo *not* RaskAtell",
            })
    void a_heading_is_shown_without_its_signs(String before, String after, String told) {
        assertThat(shown(before, after)).isEqualTo(told);
    }

    @Test
    void unless_these_are_what_changed() {
        assertThat(shown("## Tea at four today", "### Tea at four today"))
                .isEqualTo("changed: S##A#S Tea at four today");
    }
}
