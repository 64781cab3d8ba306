package mainline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import mainline.SharedData;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What our grammar adds to CommonMark, and that it takes nothing away. */
class GrammarTest {
    private static final List<Extension> STANDARD =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create());

    @Test
    void every_example_of_the_specification_comes_out_as_the_specification_says() throws IOException {
        String spec = Files.readString(SharedData.file("adversarial/commonmark-gfm/spec.txt"));
        List<String> examples = Pattern.compile("(?ms)^`{32} example([^\\n]*)\\n(.*?)^\\.\\n")
                .matcher(spec)
                .results()
                .filter(found -> !found.group(1).contains("autolink"))
                .map(found -> found.group(2).replace('→', '\t'))
                .toList();
        assertThat(examples).hasSizeGreaterThan(600);
        Parser reader = Parser.builder().extensions(STANDARD).build();
        HtmlRenderer writer = HtmlRenderer.builder()
                .extensions(STANDARD)
                .sanitizeUrls(true)
                .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
                .build();
        for (String example : examples) {
            Document ours = Jsoup.parseBodyFragment(Markdown.document(example).markup());
            String theirs = Sanitizer.clean(writer.render(reader.parse(example)));
            assertThat(plain(ours)).as(example).isEqualTo(plain(Jsoup.parseBodyFragment(theirs)));
        }
    }

    /** Without what we add around it: directions, boxes of tables, links of bare addresses. */
    private static String plain(Document page) {
        page.outputSettings().prettyPrint(false);
        page.select("[dir]").removeAttr("dir");
        page.select("[aria-label]").removeAttr("aria-label");
        page.select("div.scroll").unwrap();
        page.select("a").stream().filter(GrammarTest::isBare).forEach(Element::unwrap);
        return page.body().html().replaceAll("\\s+", " ").strip();
    }

    private static boolean isBare(Element link) {
        return link.attr("href").endsWith(link.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "请看https://club.example/docs（中文说明），谢谢 https://club.example/docs",
                "见“https://club.example/a”。 https://club.example/a",
                "https://club.example/a、https://club.example/b https://club.example/a|https://club.example/b",
                "「https://club.example/a」 https://club.example/a",
                "『https://club.example/a』と https://club.example/a",
                "【https://club.example/a】 https://club.example/a",
                "《https://club.example/a》 https://club.example/a",
                "https://club.example/a。 https://club.example/a",
                "https://club.example/a！ https://club.example/a",
                "https://club.example/a？x https://club.example/a",
                "https://club.example/a：x https://club.example/a",
                "https://club.example/a；x https://club.example/a",
                "https://club.example/a…… https://club.example/a",
                "https://club.example/a——这 https://club.example/a",
                "https://club.example/a，然后 https://club.example/a",
                "https://club.example/a، https://club.example/a",
                "https://club.example/a؟ https://club.example/a",
                "https://club.example/a؛ https://club.example/a",
                "https://club.example/a۔ https://club.example/a",
                "«https://club.example/a» https://club.example/a",
                "‹https://club.example/a› https://club.example/a",
                "„https://club.example/a“ https://club.example/a",
                "‘https://club.example/a’ https://club.example/a",
                "https://club.example/a। https://club.example/a",
                "(https://club.example/x). https://club.example/x",
                "https://en.example.org/wiki/Garden_(tools) https://en.example.org/wiki/Garden_(tools)",
                "(https://en.example.org/wiki/Garden_(tools)) https://en.example.org/wiki/Garden_(tools)",
                "https://ja.example.org/wiki/日本語 https://ja.example.org/wiki/日本語",
                "https://club.example/?a=b&c=d#e,f https://club.example/?a=b&c=d#e,f",
                "www.club.example/page、 https://www.club.example/page",
                "anna@club.example。 mailto:anna@club.example",
                "邮箱：anna@club.example，谢谢 mailto:anna@club.example"
            })
    void a_bare_address_ends_before_what_no_address_has(String text, String addresses) {
        assertThat(shown(text).select("a").eachAttr("href"))
                .map(address -> address.replace("%28", "(").replace("%29", ")"))
                .containsExactly(addresses.split("\\|", -1));
        assertThat(shown(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "**「重要」**です, 「重要」",
        "これは**「重要」**です, 「重要」",
        "これは**重要。**次, 重要。",
        "**注意：**请准时。, 注意：",
        "请看**《规则》**第三条, 《规则》",
        "他说**“注意”**吗, “注意”",
        "**テスト。**次の文, テスト。",
        "**スクリプト(script)**を, スクリプト(script)",
        "**“인용”**은, “인용”",
        "**(가)**를, (가)",
        "*「あ」*は, 「あ」",
        "~~「あ」~~は, 「あ」",
        "word**「あ」**word, 「あ」",
        "これは**`code`。**次, code。",
        "これは**🎉祭り**です, 🎉祭り",
        "**[章](a.md)。**次, 章。"
    })
    void emphasis_stands_beside_punctuation_where_no_spaces_are_set(String text, String marked) {
        Element body = shown(text);
        assertThat(body.select("strong, em, del").eachText()).as(body.html()).containsExactly(marked);
        assertThat(body.text()).doesNotContain("*").doesNotContain("~").doesNotContainPattern("[\\u2500-\\u257F]");
    }

    @Test
    void several_emphases_in_one_sentence_each_end_where_they_should() {
        Element body = shown("**「あ」**は**「い」**です。*「う」*と**「え」。**");
        assertThat(body.select("strong").eachText()).containsExactly("「あ」", "「い」", "「え」。");
        assertThat(body.select("em").eachText()).containsExactly("「う」");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a**(b)**c", "2*3*4", "snake_case_name", "a * b", "**foo (*bar*) foo**x", "x**\"y\"**z"})
    void emphasis_elsewhere_is_read_as_ever(String text) {
        String stock =
                HtmlRenderer.builder().build().render(Parser.builder().build().parse(text));
        assertThat(plain(Jsoup.parseBodyFragment(Markdown.document(text).markup())))
                .isEqualTo(plain(Jsoup.parseBodyFragment(stock)));
    }

    @Test
    void what_helps_to_read_emphasis_is_left_nowhere() {
        String text = "は**「`は**「`」**は ![は**「](は**「.png) [は**「](x \"は**「」**は\") [は**「」**は] <b>は**「</b> \\**「は─"
                + "\n\n[は**「」**は]: https://club.example/x";
        Element body = shown(text);
        assertThat(body.select("code").text()).isEqualTo("は**「");
        assertThat(body.select("a[href=https://club.example/x]")).hasSize(1);
        assertThat(body.html().replace("─", "")).doesNotContainPattern("[\\u2500-\\u257F]");
        assertThat(body.text()).contains("─");
    }

    @Test
    void each_block_has_the_direction_of_its_own_words() {
        Element body = shown("one دو three\n\nیک two\n\n* مورد (first)\n* second\n\n> نقل قول\n\n> quote\n\n# عنوان\n\n"
                + "| نام | b |\n|---|---|\n| ۱ | c |\n\n`code` سلام\n\n    code\n\n1. a\n\n   ب\n\n2. c\n");
        assertThat(body.select("p, h1, th, td, li").eachAttr("dir")).doesNotContain("");
        assertThat(body.select("p, h1, th, td").eachAttr("dir")).containsOnly("auto");
        assertThat(body.selectFirst("ul").attr("dir")).isEqualTo("rtl");
        assertThat(body.select("ul > li").eachAttr("dir")).containsOnly("auto");
        assertThat(body.select("blockquote").eachAttr("dir")).containsExactly("rtl", "ltr");
        assertThat(body.select("pre, code").eachAttr("dir")).containsOnly("ltr");
        assertThat(body.select("ol > li").eachAttr("dir")).containsOnly("ltr");
    }

    @Test
    void what_a_person_marks_up_keeps_the_direction_they_gave() {
        assertThat(shown("<div dir=\"rtl\">\n\nسلام\n\n</div>")
                        .select("div[dir=rtl] p")
                        .text())
                .isEqualTo("سلام");
        assertThat(shown("<p dir=\"rtl\" id=\"x\" class=\"y\">سلام</p>").html().strip())
                .isEqualTo("<p dir=\"rtl\">سلام</p>");
    }

    @Test
    void a_table_stands_in_a_box_that_scrolls_by_keys_and_has_a_name() {
        Element box = shown("| Who | When |\n|---|---|\n| Anna | Monday |").selectFirst("div.scroll[tabindex=0]");
        assertThat(box.attr("aria-label")).isEqualTo("Who · When");
        assertThat(box.children().eachText()).containsExactly("Who When Anna Monday");
        assertThat(box.child(0).tagName()).isEqualTo("table");
    }

    @Test
    void boxes_of_tasks_show_what_is_done_and_have_a_name() {
        Element body = shown("- [ ] bring **spade**\n- [x] bring seeds\n- [X] more\n- [y] none\n\n1. [x] a\n\n   b");
        assertThat(body.select("input[type=checkbox][disabled]")).hasSize(4);
        assertThat(body.select("input[checked]")).hasSize(3);
        assertThat(body.select("input").eachAttr("aria-label"))
                .containsExactly("bring spade", "bring seeds", "more", "a");
        assertThat(body.text()).startsWith("bring spade bring seeds more [y] none");
    }

    @Test
    void people_put_no_other_fields_into_a_text() {
        Element body = shown("<input type=text> <input> <input type=checkbox> <input type=submit name=a value=b>");
        assertThat(body.select("input")).hasSize(1);
        assertThat(body.selectFirst("input").hasAttr("disabled")).isTrue();
    }

    @Test
    void notes_stand_at_the_foot_in_the_order_they_are_named_in() {
        Element body = shown(
                "One[^b], two[^a], again[^b], none[^c].\n\n[^a]: First *note*.\n[^b]: Second\n\n    with more[^d].\n"
                        + "[^d]: Only named in a note, and itself[^d].\n[^e]: Never named.");
        assertThat(body.select("p sup a").eachText()).startsWith("1", "2", "1");
        List<String> notes = body.select("ol.notes > li").eachText();
        assertThat(notes).hasSize(3);
        assertThat(notes.getFirst()).startsWith("Second with more3");
        assertThat(notes.get(1)).isEqualTo("First note. ↩");
        assertThat(body.text()).contains("none[^c]").doesNotContain("Never named");
        List<String> ids = body.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        for (String way : body.select("a[href^=#]").eachAttr("href"))
            assertThat(ids).contains(way.substring(1));
    }

    @Test
    void notes_of_several_texts_on_one_page_have_addresses_of_their_own() {
        String text = "One[^1].\n\n[^1]: Note.";
        String page = Markdown.html(text, "c1").markup()
                + Markdown.html(text, "c2")
                + Markdown.html(text)
                + Markdown.html(text + "\n")
                + Markdown.html("Two[^1].\n\n[^1]: Note.");
        Document all = Jsoup.parseBodyFragment(page);
        List<String> ids = all.select("[id]").eachAttr("id");
        assertThat(ids).hasSize(10).doesNotHaveDuplicates();
        for (String way : all.select("a[href^=#]").eachAttr("href"))
            assertThat(ids).contains(way.substring(1));
    }

    @Test
    void nobody_gives_a_page_addresses_of_their_own() {
        Element body = shown("<a id=\"fn-c1-1\">x</a> <a id=\"main\" href=\"y\">z</a>\n\n<p id=\"q\">r</p>");
        assertThat(body.select("[id]")).isEmpty();
    }

    @Test
    void a_part_of_a_text_shows_its_notes_where_they_stand() {
        List<Markdown.Block> parts = Markdown.blocks("One[^n].\n\n[^n]: Note.\n    More.\n\nLast.");
        assertThat(parts)
                .extracting(part -> Jsoup.parse(part.html().markup()).text())
                .containsExactly("Onen.", "n Note. More.", "Last.");
        assertThat(parts).extracting(Markdown.Block::first).containsExactly(0, 2, 5);
    }

    private static Element shown(String text) {
        Document page = Jsoup.parseBodyFragment(Markdown.document(text).markup());
        page.outputSettings().prettyPrint(false);
        return page.body();
    }
}
