package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainline.text.TextMerge.Contested;
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
    void a_conflict_is_asked_as_a_whole_paragraph() {
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

    private static String moved(String text) {
        return Links.moved(text, "a/page.md", "page.md");
    }

    @Test
    void code_and_comments_stay_when_a_page_moves() {
        for (String same : List.of(
                "`[tea](tea.md)`\n",
                "Say ``[tea](tea.md) ` ``.\n",
                "```\n[tea](tea.md)\n<a href=\"tea.md\">\n```\n",
                "~~~~\n[tea](tea.md)\n~~~\n[tea](tea.md)\n~~~~\n",
                "> ```\n> [tea](tea.md)\n> ```\n",
                "- item\n\n  ```\n  [tea](tea.md)\n  ```\n",
                "Text\n\n    [tea](tea.md)\n\n\t[tea](tea.md)\n",
                "<!-- [tea](tea.md) <a href=\"tea.md\"> -->\n",
                "Text <!-- <a href=\"tea.md\"> --> on\n",
                "<pre>\n<!-- <a href=tea.md> -->\n</pre>\n",
                "\\[tea](tea.md) and [tea]\\(tea.md)\n",
                "---\ncover: \"[tea](tea.md)\"\n---\nText\n",
                "[tea](https://example.org/tea.md) <https://example.org/tea.md> [mail](mailto:tea.md@example.org)\n",
                "[tea](#tea) [tea](/a/tea.md) [tea](//example.org/tea.md) [tea]() [tea]\n",
                "a] (tea.md) ](tea.md)\n")) assertThat(moved(same)).isEqualTo(same);
    }

    @Test
    void every_way_of_writing_a_link_follows() {
        assertThat(moved("[tea](tea.md \"A [b](c.md)\")\n")).isEqualTo("[tea](a/tea.md \"A [b](c.md)\")\n");
        assertThat(moved("[tea](<green tea.md> 'x')\n")).isEqualTo("[tea](<a/green tea.md> 'x')\n");
        assertThat(moved("[x](<[Draft] plan (v2).md>)\n")).isEqualTo("[x](<a/[Draft] plan (v2).md>)\n");
        assertThat(moved("[x](plan(v2).md)\n")).isEqualTo("[x](a/plan%28v2%29.md)\n");
        assertThat(moved("[x](a\\_b.md#c\\_d)\n")).isEqualTo("[x](a/a_b.md#c_d)\n");
        assertThat(moved("[a \\] [b] `]` *c*](tea.md)\n")).isEqualTo("[a \\] [b] `]` *c*](a/tea.md)\n");
        assertThat(moved("[![tea](tea.png)](tea.md)\n")).isEqualTo("[![tea](a/tea.png)](a/tea.md)\n");
        assertThat(moved("[tea][t] [t]\n\n[t]: tea.md 'T'\n[u]:\n  <green tea.md>\n"))
                .isEqualTo("[tea][t] [t]\n\n[t]: a/tea.md 'T'\n[u]:\n  <a/green tea.md>\n");
        assertThat(moved("> [tea](\n> tea.md\n> 'x')\n")).isEqualTo("> [tea](\n> a/tea.md\n> 'x')\n");
        assertThat(moved("> [t]: tea.md\n\n1.\t[tea](tea.md)\n")).isEqualTo("> [t]: a/tea.md\n\n1.\t[tea](a/tea.md)\n");
        assertThat(moved("| a \\| b [l](k.md) \\| [m](n.md) |\n|---|\n| [z](y.md) |\n"))
                .isEqualTo("| a \\| b [l](a/k.md) \\| [m](a/n.md) |\n|---|\n| [z](a/y.md) |\n");
        assertThat(moved("<p><a class=x href=tea.md>t</a> <IMG alt='a' SRC='tea.png'></p>\n"))
                .isEqualTo("<p><a class=x href=a/tea.md>t</a> <IMG alt='a' SRC='a/tea.png'></p>\n");
        assertThat(moved("Text <a title=\"tea.md\" href=\"tea.md?x=1&amp;y#z\">`tea.md`</a>\n"))
                .isEqualTo("Text <a title=\"tea.md\" href=\"a/tea.md?x=1&amp;y#z\">`tea.md`</a>\n");
        assertThat(moved("[up](..) [top](../) [here](./) [folder](tea/)\n"))
                .isEqualTo("[up](./) [top](./) [here](a/) [folder](a/tea/)\n");
        assertThat(moved("[self](page.md#x) [self](page#x)\n")).isEqualTo("[self](page.md#x) [self](page#x)\n");
        assertThat(Links.moved("[self](page.md#x) [it](tea.md)\n", "a/page.md", "a/other.md"))
                .isEqualTo("[self](other.md#x) [it](tea.md)\n");
        assertThat(Links.redirected("b.md", "[t](/a/tea.md) [u](a/v1.2)", "a/tea.md", "tea.md"))
                .isEqualTo("[t](/tea.md) [u](a/v1.2)");
        assertThat(Links.redirected("b.md", "[u](a/v1.2)", "a/v1.2.md", "v1.3.md"))
                .isEqualTo("[u](v1.3)");
    }

    @Test
    void whatever_else_is_in_a_text_stays_as_it_is() {
        String odd =
                "\uFEFF---\r\ntitle: x\r\n---\r\n#\tHead \r\n\r\n* \t[tea](tea.md)  \r\n\r\n\r\n\u00a0\u2028 [t]:\ttea.md\ty";
        assertThat(moved(odd)).isEqualTo(odd.replace("](tea.md", "](a/tea.md"));
        assertThat(moved("\uFEFF[t]: tea.md")).isEqualTo("\uFEFF[t]: a/tea.md");
        assertThat(moved("😀 [tea](tea.md) 🚀\r[x](y.md)")).isEqualTo("😀 [tea](a/tea.md) 🚀\r[x](a/y.md)");
    }

    @Test
    void a_text_nested_deeper_than_anybody_writes_is_read_at_once() {
        String deep =
                "[".repeat(2000) + "x" + "](y)".repeat(2000) + "\n\n" + "![".repeat(3000) + "a" + "](b)".repeat(3000);
        assertThat(moved(deep)).contains("](a/y)");
    }

    @Test
    void a_sentence_with_a_dash_is_no_list() {
        TextMerge merge = TextMerge.of("At four.\n", "At five - or six.\n", "At seven.\n");
        assertThat(merge.text(Contested::both)).contains("At five - or six.\n\nAt seven.\n");
    }
}
