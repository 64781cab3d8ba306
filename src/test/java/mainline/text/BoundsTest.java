package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The most that texts may become, for texts that were written to become much. */
class BoundsTest {
    private static final int OF_A_COMMENT = 20_000;
    private static final int OF_A_PAGE = 150_000;
    private static final List<String> PIECES = List.of(
            "a\n=\n",
            "a\n-\n",
            "[",
            "![",
            "> ",
            ">",
            "*",
            "*a ",
            "**a ",
            "_a_ ",
            "*a* ",
            "~~a~~ ",
            "`",
            "``a` ",
            "<",
            "<a",
            "<b>",
            "<a href=\"x\">",
            "(",
            "[a](",
            "[a](b) ",
            "![a](b) ",
            "<https://a.b> ",
            "https://a.b ",
            "www.a.b ",
            "a@b.c ",
            "&amp;",
            "&#1;",
            "&nbsp;",
            "|",
            "|a",
            "|-\n",
            "a|b\n-|-\n",
            "- ",
            "- a\n",
            "1. a\n",
            "\t",
            "[a]: b\n",
            "[^1]: a\n",
            "a[^1] ",
            "# a\n",
            "#\n",
            "a\n\n",
            "a\n",
            "a\r",
            "***\n",
            "- [ ] a\n",
            "- [x] a\n\n",
            "<div>\n",
            "<div>\n\n",
            "<!--",
            "<?",
            "<![CDATA[",
            "\\",
            "\\*",
            "*a_ ",
            "a**b",
            "**「a」**は",
            "は**「",
            "」**は",
            "[a][b] ",
            "][",
            "[]",
            "!",
            "```\n",
            "~~~\n",
            "    a\n",
            "> a\n\n",
            "- a\n\n  b\n",
            "x  \n",
            "😀",
            "</b>",
            "<b ",
            "_",
            "~",
            "~a",
            "「*」a",
            "[^a",
            "^[a]",
            "\"",
            "'",
            "[a](\"",
            "[a](<b",
            "[a]: <b\n",
            "[a]:\n",
            "\0",
            "سلام ",
            "ا\n\n",
            "http://",
            "@",
            ".",
            "：",
            "=",
            "&",
            "<input type=checkbox>",
            "<div dir=rtl>",
            "<table><tr><td>",
            "[^1]:[^1]:",
            "\u2500*は");

    @Test
    void a_wide_table_with_many_rows_is_shown_as_it_was_written_and_says_why() {
        for (int rows : new int[] {600, 300, 20}) {
            String text = "|" + "a|".repeat(2000) + "\n|" + "-|".repeat(2000) + "\n" + "|\n".repeat(rows);
            String markup = Markdown.html(text).markup();
            assertThat(Jsoup.parse(markup).select("p.as-written").text()).contains("cells");
            assertThat(Jsoup.parse(markup).select("pre").first().wholeText()).isEqualTo(text);
            assertThat(markup.length()).isLessThan(2 * text.length() + 500);
            assertThat(Markdown.document(text).markup()).isEqualTo(markup);
            assertThat(Markdown.blocks(text)).hasSize(1).first().satisfies(all -> {
                assertThat(all.first()).isZero();
                assertThat(all.last()).isEqualTo(rows + 1);
                assertThat(all.html().markup()).isEqualTo(markup);
            });
            assertThat(Markdown.excerpt(text, 20)).startsWith("a").hasSizeLessThan(30);
        }
    }

    @Test
    void a_table_that_people_write_is_a_table() {
        String text = "| No | Who | What |\n|---|---|---|\n" + "| 1 | Anna | waters the beds |\n".repeat(2000);
        assertThat(Jsoup.parse(Markdown.html(text).markup()).select("tr")).hasSize(2001);
    }

    @ParameterizedTest
    @ValueSource(ints = {OF_A_COMMENT, OF_A_PAGE})
    void no_text_becomes_much_larger_than_it_is_or_takes_long(int length) {
        List<String> worst = new ArrayList<>();
        Markdown.document("warm *up*\n\n- a\n".repeat(500));
        for (String piece : PIECES) {
            String text = piece.repeat(length / piece.length());
            long start = System.nanoTime();
            int size = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(4),
                    () -> Markdown.preview(text).html().markup().length()
                            + Markdown.excerpt(text, 100).length(),
                    () -> length + " of " + piece);
            long ms = (System.nanoTime() - start) / 1_000_000;
            if (ms > 150 || size > 6 * length)
                worst.add("%s: %d ms, %.1f times as large".formatted(piece.strip(), ms, size / (double) length));
            assertThat(size).as(piece).isLessThan(7 * length + 50_000);
        }
        worst.forEach(System.out::println);
    }

    @Test
    void deep_nesting_breaks_nothing() {
        for (String text : List.of(
                "> ".repeat(5000) + "a",
                "- ".repeat(5000) + "a",
                "*a **b ".repeat(3000) + "c** d*".repeat(3000),
                "![".repeat(5000) + "](a)".repeat(5000),
                "<div dir=rtl>".repeat(5000),
                "<b>".repeat(5000) + "\n\n> a",
                "[^1]: ".repeat(1000) + "a\n\n[^1]")) {
            assertThat(Markdown.html(text).markup()).isNotEmpty();
            assertThat(Markdown.blocks(text)).isNotNull();
            assertThat(Markdown.excerpt(text, 50)).isNotNull();
            assertThat(Jsoup.parse(Markdown.html(text).markup()).select("*").stream()
                            .mapToInt(each -> each.parents().size())
                            .max()
                            .orElse(0))
                    .isLessThan(300);
        }
    }

    @Test
    void a_text_with_a_limit_passed_costs_the_shelf_nothing() {
        assertThat(Shown.not(Limit.CELLS).size()).isLessThan(200);
    }
}
