package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {
    @Test
    void a_page_says_its_title_its_place_and_what_it_is_about() {
        FrontMatter front = FrontMatter.of(
                "---\ntitle: \"The first\"\norder: 2.5\nsummary: >\n  Two\n  lines\nnav: hidden\n---\n# Text\n");
        assertThat(front.title()).isEqualTo("The first");
        assertThat(front.place()).isEqualTo(2.5);
        assertThat(front.summary()).isEqualTo("Two lines");
        assertThat(front.hidden()).isTrue();
        assertThat(front.readable()).isTrue();
        assertThat(front.lines()).isEqualTo(8);
        assertThat(front.rest()).isEqualTo("# Text\n");
    }

    @Test
    void words_of_other_tools_mean_the_same() {
        FrontMatter front = FrontMatter.of(
                "---\r\nTitle: 2026\r\nweight: -3\r\ndescription: 'It''s so'\r\nhidden: True\r\n---\r\nx");
        assertThat(front.title()).isEqualTo("2026");
        assertThat(front.place()).isEqualTo(-3);
        assertThat(front.summary()).isEqualTo("It's so");
        assertThat(front.hidden()).isTrue();
        assertThat(front.rest()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource({
        "'title: Mainline: the product', Mainline: the product",
        "'title: \"open', open",
        "'title: [a, b', '[a, b'",
        "'title: @handle', @handle",
        "'title: مرحبا 🚀', مرحبا 🚀",
        "'title: !!javax.script.ScriptEngineManager x', !!javax.script.ScriptEngineManager x",
        "'title: &a x', x",
    })
    void a_title_is_found_whatever_stands_around_it(String line, String title) {
        assertThat(FrontMatter.of("---\n" + line + "\n---\n").title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order: 12345678901234567890",
                "order: NaN",
                "order: .inf",
                "order: 0x10",
                "order: 1e99",
                "order: [1]",
                "order: ",
                "orders: 1",
                "hidden: maybe",
                "nav:\n  hidden: true",
                "title: ~",
                "title: null",
                "title: {a: b}",
                "title: \"\\0\\e\"",
                "{"
            })
    void what_is_odd_counts_for_nothing(String line) {
        FrontMatter front = FrontMatter.of("---\nkey: value\n" + line + "\n---\nText");
        assertThat(front.place()).isNull();
        assertThat(front.hidden()).isFalse();
        assertThat(front.title()).isNull();
        assertThat(front.rest()).isEqualTo("Text");
    }

    @Test
    void rules_within_a_text_are_no_front_matter() {
        for (String text : new String[] {
            "---\nA sentence\n---\nText",
            "---\n- a list\n---\nText",
            "----\ntitle: x\n---\n",
            "# Text\n---\ntitle: x\n---\n",
            "---\ntitle: x\n",
            "--- x\ntitle: x\n---\n"
        }) assertThat(FrontMatter.of(text).rest()).as(text).isEqualTo(text);
        assertThat(FrontMatter.isOpen("---\ntitle: x\n\nText")).isTrue();
        assertThat(FrontMatter.isOpen("---\n\nText under a rule")).isFalse();
        assertThat(FrontMatter.of("---\n---\nText").rest()).isEqualTo("Text");
        assertThat(FrontMatter.of("---\ntitle: x\n---").rest()).isEmpty();
    }

    @Test
    void bombs_do_not_go_off() {
        StringBuilder bomb = new StringBuilder("---\na: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'j'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(String.join(", ", java.util.Collections.nCopies(9, before)))
                    .append("]\n");
        }
        assertThat(FrontMatter.of(bomb + "title: Safe\n---\nText").title()).isEqualTo("Safe");
        assertThat(FrontMatter.of("---\nx: " + "[".repeat(10_000) + "\ntitle: Deep\n---\n")
                        .title())
                .isEqualTo("Deep");
        assertThat(FrontMatter.of("---\ntitle: Long\nx: " + "y".repeat(400_000) + "\n---\nText")
                        .title())
                .isEqualTo("Long");
        assertThat(FrontMatter.of("---\nx: &x\n  y: *x\ntitle: Round\n---\n").title())
                .isEqualTo("Round");
        assertThat(FrontMatter.of("---\nsummary: " + "🚀".repeat(400) + "\n---\n")
                        .summary()
                        .codePointCount(0, 601))
                .isEqualTo(301);
    }

    @Test
    void a_mark_of_byte_order_hides_nothing() {
        FrontMatter front = FrontMatter.of("\uFEFF---\ntitle: x\u2028---\n---\nText");
        assertThat(front.title()).isEqualTo("x ---");
        assertThat(front.rest()).isEqualTo("Text");
        assertThat(FrontMatter.of("\uFEFF# Head\n").rest()).isEqualTo("# Head\n");
        assertThat(FrontMatter.end("\uFEFF# Head\n")).isEqualTo(1);
        assertThat(FrontMatter.isOpen("\uFEFF---\ntitle: x\n")).isTrue();
    }
}
