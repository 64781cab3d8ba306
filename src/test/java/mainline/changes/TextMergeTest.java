package mainline.changes;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.changes.TextMerge.Contested;
import org.junit.jupiter.api.Test;

class TextMergeTest {
    private static final String BASE = "# Tea\n\nAt four.\n\nBring a cup.\nAnd a friend.\n\nWe sit outside.\n";

    private static TextMerge merge(String theirs, String mine) {
        return TextMerge.of(BASE, theirs, mine);
    }

    @Test
    void what_one_side_changed_alone_is_no_question() {
        TextMerge merge = merge(BASE.replace("four", "five"), BASE.replace("outside", "inside"));
        assertThat(merge.contested()).isEmpty();
        assertThat(merge.text(passage -> null))
                .contains(BASE.replace("four", "five").replace("outside", "inside"));
    }

    @Test
    void a_contradiction_is_asked_as_a_whole_paragraph() {
        TextMerge merge = merge(
                BASE.replace("a cup", "two cups"),
                BASE.replace("a cup", "a mug").replace("Tea", "Coffee"));
        assertThat(merge.contested()).singleElement().satisfies(passage -> {
            assertThat(passage.before()).isEqualTo("Bring a cup.\nAnd a friend.\n\n");
            assertThat(passage.theirs()).isEqualTo("Bring two cups.\nAnd a friend.\n\n");
            assertThat(passage.mine()).isEqualTo("Bring a mug.\nAnd a friend.\n\n");
        });
        assertThat(merge.text(Contested::mine).orElseThrow())
                .startsWith("# Coffee")
                .contains("a mug")
                .endsWith("outside.\n");
        assertThat(merge.text(Contested::both).orElseThrow())
                .contains("two cups.\nAnd a friend.\n\nBring a mug.\nAnd a friend.\n\nWe sit");
    }

    @Test
    void a_choice_fits_as_long_as_its_passage_says_the_same() {
        Contested before = merge(BASE.replace("a cup", "two"), BASE.replace("a cup", "six"))
                .contested()
                .getFirst();
        Contested later = merge(
                        BASE.replace("a cup", "two").replace("outside", "in the yard"), BASE.replace("a cup", "six"))
                .contested()
                .getFirst();
        assertThat(later.key()).isEqualTo(before.key());
        assertThat(merge(BASE.replace("a cup", "two"), BASE.replace("a cup", "ten"))
                        .contested()
                        .getFirst()
                        .key())
                .isNotEqualTo(before.key());
    }

    @Test
    void both_items_of_a_list_stand_one_below_the_other() {
        TextMerge merge = TextMerge.of("- a\n", "- a\n- b\n", "- a\n- c\n");
        assertThat(merge.text(Contested::both)).contains("- a\n- b\n- a\n- c\n");
    }

    @Test
    void a_paragraph_that_one_side_gave_up_may_go() {
        TextMerge merge = merge(BASE.replace("At four.\n\n", ""), BASE.replace("four", "six"));
        assertThat(merge.contested()).hasSize(1);
        assertThat(merge.text(Contested::theirs).orElseThrow())
                .doesNotContain("four", "six")
                .contains("Bring a cup");
        assertThat(merge.text(Contested::mine).orElseThrow()).contains("At six.");
    }

    @Test
    void line_ends_are_kept() {
        assertThat(LineEnds.like("a\r\nb\r\n", "a\nc\n")).isEqualTo("a\r\nc\r\n");
        assertThat(LineEnds.like("a\nb\n", "a\nc\n")).isEqualTo("a\nc\n");
        assertThat(LineEnds.like("", "a\nc\n")).isEqualTo("a\nc\n");
    }

    @Test
    void links_follow_a_page_that_moves() {
        String text =
                "See [tea](tea.md#when), [it](../a/tea), ![x](x.png), [away](https://x.org/tea.md) and [self](#top).\n"
                        + "```\n[tea](tea.md)\n```\n[ref]: tea.md\n";
        assertThat(Links.leadTo("a/tea.md", "a/page.md", text)).isTrue();
        assertThat(Links.leadTo("a/coffee.md", "a/page.md", text)).isFalse();
        assertThat(Links.redirected("a/page.md", text, "a/tea.md", "b/c/green tea.md"))
                .isEqualTo(
                        "See [tea](../b/c/green%20tea.md#when), [it](../b/c/green%20tea), ![x](x.png), "
                                + "[away](https://x.org/tea.md) and [self](#top).\n```\n[tea](tea.md)\n```\n[ref]: ../b/c/green%20tea.md\n");
        assertThat(Links.moved(text, "a/page.md", "page.md"))
                .startsWith("See [tea](a/tea.md#when), [it](a/tea), ![x](a/x.png)");
    }
}
