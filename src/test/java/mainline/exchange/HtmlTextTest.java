package mainline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import mainline.kernel.Markdown;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

    @Test
    void blank_lines_part_paragraphs_and_line_ends_break_lines() {
        assertThat(HtmlText.toMarkdown("One\nstill one\n\nTwo")).isEqualTo("One\nstill one\n\nTwo");
    }

    @Test
    void links_emphasis_and_pictures_stay() {
        assertThat(
                        HtmlText.toMarkdown(
                                "<p>See <a href='http://x.example/a(b)'>the <b>page</b></a> and <em>smile </em>now <img src='https://x.example/p.png' alt='P'></p>"))
                .isEqualTo(
                        "See [the **page**](http://x.example/a%28b%29) and *smile* now ![P](https://x.example/p.png)");
    }

    @Test
    void lists_and_quotations_nest() {
        assertThat(
                        HtmlText.toMarkdown(
                                "<blockquote><p>Said</p><p>twice</p></blockquote><ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"))
                .isEqualTo("> Said\n> \n> twice\n\n1. a\n   \n   - b\n2. c");
    }

    @Test
    void what_could_run_leaves_nothing() {
        assertThat(
                        HtmlText.toMarkdown(
                                "<p onclick='x()'>a<script>alert(1)</script><a href='javascript:alert(1)'>b</a><iframe src='//x'>c</iframe></p>"))
                .isEqualTo("ab");
    }

    @Test
    void plain_signs_stay_plain() {
        String plain =
                "1) first\n# not a heading\n- not a list\n2 * 3 * 4 and snake_case_here <b> & [x](y) .-= last ..dots =-.";
        String shown = Jsoup.parse(Markdown.html(
                                HtmlText.toMarkdown(plain.replace("&", "&amp;").replace("<", "&lt;")))
                        .markup())
                .text();
        assertThat(shown.replaceAll("\\s+", " ")).isEqualTo(plain.replaceAll("\\s+", " "));
    }

    @Test
    void a_thousand_nested_elements_are_survived() {
        assertThat(HtmlText.toMarkdown("<div><i>".repeat(20_000) + "deep")).contains("deep");
    }
}
