package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mainline.SharedData;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MarkdownTest {
    private static final Set<String> ATTRIBUTES = Set.of(
            "href",
            "src",
            "alt",
            "title",
            "rel",
            "align",
            "start",
            "dir",
            "class",
            "tabindex",
            "role",
            "aria-label",
            "type",
            "checked",
            "disabled");
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)(https?:|mailto:|[^:]*$|[^:]*[/?#].*).*", Pattern.DOTALL);

    @Test
    void mark_up_that_is_known_to_attack_does_nothing() throws IOException {
        var payloads =
                JsonMapper.shared().readTree(Files.readString(SharedData.file("adversarial/dompurify/expect.json")));
        assertThat(payloads.size()).isGreaterThan(100);
        payloads.forEach(each -> {
            String payload = each.get("payload").asString();
            assertHarmless(payload);
            assertHarmless("- > " + payload.replace("\n", " "));
            assertHarmless("[x](" + payload + ") ![x](<" + payload + ">)\n\n[y]: " + payload + "\n\n[y]");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](<java\u0000script:alert(1)>)",
                "[x](\u0001javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "[x](vbscript:x)",
                "<javascript:alert(1)>",
                "<a href='java&#x0A;script:alert(1)'>x</a>",
                "<a href=' &#14;  javascript:alert(1)'>x</a>",
                "![\" onerror=\"alert(1)](x)",
                "[x](http://a\"onclick=\"alert(1))",
                "[x](/a 'b\" onclick=\"alert(1)')",
                "| <img src=x onerror=alert(1)> |\n|---|\n| <svg/onload=alert(1)> |",
                "```\" onload=\"alert(1)\n</code></pre><script>alert(1)</script>\n```"
            })
    void what_would_run_becomes_text(String text) {
        assertHarmless(text);
    }

    @Test
    void every_example_of_the_specification_is_shown() throws IOException {
        String spec = Files.readString(SharedData.file("adversarial/commonmark-gfm/spec.txt"));
        List<String> examples = Pattern.compile("(?ms)^`{32} example[^\\n]*\\n(.*?)^\\.\\n")
                .matcher(spec)
                .results()
                .map(found -> found.group(1).replace('→', '\t'))
                .toList();
        assertThat(examples).hasSizeGreaterThan(600);
        for (String example : examples) {
            assertHarmless(example);
            assertThatCode(() -> Markdown.excerpt(example, 20)).as(example).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "![",
                ">",
                "> ",
                "*",
                "_ ",
                "**a ",
                "~",
                "`",
                "<",
                "<a",
                "<b>",
                "(",
                "[a](",
                "\\",
                "&",
                "|",
                "- ",
                "1. ",
                "\t",
                "http://a.",
                "a@",
                "<!--",
                "[a]: b\n",
                "*a_ ",
                "| a ",
                "|-\n",
                "# ",
                "[][",
                "]",
                "[a](<",
                "<![CDATA[",
                "<?",
                "  \n> "
            })
    void no_text_takes_long(String piece) {
        String text = piece.repeat(50_000 / piece.length());
        Markdown.document("warm");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> Markdown.document(text), () -> "50 000 of " + piece);
    }

    @Test
    void deep_lists_and_quotes_are_shown() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 300; i++)
            deep.append(" ".repeat(2 * i)).append("- ").append(i).append('\n');
        assertHarmless(deep.toString());
        assertHarmless("> ".repeat(20_000) + "x");
        assertHarmless("<b>".repeat(10_000) + "x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "![A boat](https://pics.example/a/boat.png) | A boat (pics.example)",
                "![](http://pics.example/a/boat.png?x=1) | boat.png (pics.example)",
                "![A boat](//pics.example/boat.png) | A boat (pics.example)",
                "<img src='https://pics.example/boat.png' alt='A boat'> | A boat (pics.example)",
                "<img src='\\\\pics.example/boat.png' alt='A boat'> | A boat (pics.example)",
                "[![A boat](https://pics.example/boat.png)](https://harbour.example/) | A boat (pics.example)"
            })
    void a_picture_from_elsewhere_is_a_link_that_names_its_host(String text, String said) {
        for (Html html : List.of(Markdown.html(text), Markdown.document(text))) {
            Element shown = Jsoup.parseBodyFragment(html.markup()).body();
            assertThat(shown.select("img")).as(text).isEmpty();
            assertThat(shown.text()).isEqualTo(said);
            assertThat(shown.select("a[href*=pics.example]")).hasSize(1);
            assertThat(shown.select("a a")).isEmpty();
        }
    }

    @Test
    void a_picture_of_the_installation_itself_is_shown() {
        assertThat(Markdown.html("![Boat](pics/boat.png) ![Boat](/harbour/handbook/boat.png)")
                        .markup())
                .contains("src=\"pics/boat.png\"", "src=\"/harbour/handbook/boat.png\"");
    }

    @Test
    void an_excerpt_never_ends_in_half_a_character() {
        assertThat(Markdown.excerpt("x" + " ".repeat(59_998) + "😀", 120)).isEqualTo("x");
    }

    private static void assertHarmless(String text) {
        for (Html html : List.of(Markdown.html(text), Markdown.document(text))) {
            for (Element element : Jsoup.parseBodyFragment(html.markup()).body().select("body *")) {
                assertThat(element.tagName())
                        .as(text)
                        .isNotIn(
                                "script",
                                "style",
                                "iframe",
                                "object",
                                "embed",
                                "form",
                                "button",
                                "svg",
                                "math",
                                "base",
                                "link",
                                "meta",
                                "template",
                                "video",
                                "audio");
                if (element.tagName().equals("input"))
                    assertThat(isBoxOfATask(element)).as(text).isTrue();
                for (Attribute attribute : element.attributes()) {
                    assertThat(ATTRIBUTES).as(text).contains(attribute.getKey());
                    if (attribute.getKey().equals("href") || attribute.getKey().equals("src"))
                        assertThat(attribute.getValue().strip()).as(text).matches(HARMLESS);
                }
            }
        }
    }

    private static boolean isBoxOfATask(Element input) {
        return input.attr("type").equals("checkbox") && input.hasAttr("disabled");
    }
}
