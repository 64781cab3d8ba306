package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "- bring spade\\n- bring seeds; bring spade · bring seeds",
                "1. one\\n2. two\\n\\nAnd so on; one · two And so on",
                "- [ ] bring spade\\n- [x] bring seeds; bring spade · bring seeds",
                "| Who | When |\\n|---|---|\\n| Anna | Monday |; Who · When · Anna · Monday",
                "**bold** and *it* and `code` and ~~gone~~; bold and it and code and gone",
                "[a link](https://club.example) and ![a picture](x.png); a link and a picture",
                "# Title\\n\\nText; Title Text",
                "> quoted\\n> on; quoted on",
                "a<br>b <kbd>Ctrl</kbd> c; a b Ctrl c",
                "<p>raw <b>mark-up</b></p>\\n\\nx; raw mark-up x",
                "A note[^1].\\n\\n[^1]: At the foot.; A note.",
                "```\\ncode\\n```\\n\\nx; code x",
                "a\\n***\\nb; a b",
                "[a][1] b\\n\\n[1]: https://club.example; a b",
                "-\\n- a\\n-\\n- b; a · b"
            })
    void only_words_are_left(String text, String words) {
        assertThat(Markdown.excerpt(text.replace("\\n", "\n"), 100)).isEqualTo(words);
    }

    @Test
    void no_sign_is_cut_in_half() {
        String long_ = "word ".repeat(200);
        for (String text : new String[] {
            "**" + long_ + "end**",
            "[" + long_ + "end](https://club.example/x)",
            "`" + long_ + "end`",
            "- " + long_ + "\n- b",
            "[" + long_ + "end][1]\n\n" + "x\n\n".repeat(900) + "[1]: https://club.example/x",
            "~~" + long_ + "end~~"
        })
            assertThat(Markdown.excerpt(text, 60))
                    .startsWith("word word")
                    .endsWith("word…")
                    .doesNotContainPattern("[*`~\\[-]");
    }

    @Test
    void no_separator_is_left_at_the_end() {
        assertThat(Markdown.excerpt("- first of all\n- second of them", 17)).isEqualTo("first of all…");
    }
}
