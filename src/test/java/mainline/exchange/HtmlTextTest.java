package mainline.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainline.SharedData;
import mainline.platform.Refusal;
import mainline.text.Markdown;
import mainline.text.MarkdownSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    private static Document shown(String html) {
        return Jsoup.parse(Markdown.html(HtmlText.toMarkdown(html)).markup());
    }

    @Test
    void blank_lines_part_paragraphs_and_line_ends_break_lines() {
        assertThat(HtmlText.toMarkdown("One\nstill one\n\nTwo")).isEqualTo("One\nstill one\n\nTwo");
    }

    @Test
    void line_ends_in_the_addressof_blocks_mean_nothing() {
        assertThat(HtmlText.toMarkdown("<!-- wp:paragraph -->\n<p>One\nstill one</p>\n<!-- /wp:paragraph -->"))
                .isEqualTo("One still one");
    }

    @Test
    void line_ends_and_blank_lines_count_inside_quotations_and_emphasis() {
        assertThat(HtmlText.toMarkdown("<blockquote>A quote\nover two lines\n\nits end</blockquote>\n\nAfter"))
                .isEqualTo("> A quote\n> over two lines\n> \n> its end\n\nAfter");
        assertThat(HtmlText.toMarkdown("<strong>Bring:\ngloves</strong> and <em>water\n\nbottle</em> too."))
                .isEqualTo("**Bring:**\n**gloves** and *water*\n\n*bottle* too.");
    }

    @Test
    void links_emphasis_and_pictures_stay() {
        assertThat(
                        HtmlText.toMarkdown(
                                "<p>See <a href='http://x.example/a(b)'>the <b>page</b></a> and <em>smile </em>now <img src='https://x.example/p.png' alt='P'></p>"))
                .isEqualTo(
                        "See [the **page**](http://x.example/a%28b%29) and *smile* now ![P](https://x.example/p.png)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "请<strong>阅读全文。</strong>谢谢§请**阅读全文**。谢谢",
                "<em>「规则」</em>见下§*「规则*」见下",
                "He said <em>\"no\"</em>s and <strong>really?</strong>yes§He said *\"no*\"s and **really**?yes",
                "un<em>believ</em>able§un*believ*able",
                "<b>bold <i>both</i></b>§**bold *both***",
                "<i>a<b>b</b></i>c§*a**b***c",
                "<em>a</em><strong>b</strong>§*a***b**",
                "<em><em>twice</em></em>§*twice*",
                "<strong> </strong>nothing§nothing",
                "<b>!</b>x§!x",
                "a<b>(b)</b>c§a(**b**)c",
                "H<sub>2</sub>O, 10<sup>6</sup>§H<sub>2</sub>O, 10<sup>6</sup>",
                "<del>gone</del>, <s>too</s>§~~gone~~, ~~too~~",
                "<code>a*b</code><b>c</b>§`a*b`**c**",
            })
    void emphasis_shows_no_stray_signs(String html, String markdown) {
        assertThat(HtmlText.toMarkdown(html)).isEqualTo(markdown);
        assertThat(shown(html).text()).isEqualTo(Jsoup.parse(html).text());
    }

    @Test
    void lists_and_quotations_nest() {
        Document shown = shown(
                "<blockquote><p>Said</p><p>twice</p></blockquote><ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>");
        assertThat(shown.select("blockquote > p").eachText()).containsExactly("Said", "twice");
        assertThat(shown.select("ol > li > ul > li").eachText()).containsExactly("b");
        assertThat(shown.select("body > ol > li").eachText()).containsExactly("a b", "c");
    }

    @Test
    void numbers_of_lists_stay_counted_on_nested_begun_anew_and_backwards() {
        assertThat(HtmlText.toMarkdown(
                        "<ol><li>Dig</li><li>Plant</li></ol><p>Then:</p><ol start='3'><li>Water</li></ol>"))
                .isEqualTo("1. Dig\n2. Plant\n\nThen:\n\n3. Water");
        assertThat(numbers("<ol start='3'><li>c<ol start='7'><li>g</li></ol></li></ol>"))
                .containsExactly("3", "7");
        assertThat(numbers("<ol reversed><li>c</li><li>b</li><li>a</li></ol>")).containsExactly("3", "2", "1");
        assertThat(numbers("<ol><li>a</li><li value='5'>e</li><li>f</li></ol>")).containsExactly("1", "5");
        assertThat(numbers("<ol><li>a</li></ol><ol><li>again a</li></ol>")).containsExactly("1", "1");
    }

    private static List<String> numbers(String html) {
        return shown(html).select("ol").stream()
                .map(list -> list.hasAttr("start") ? list.attr("start") : "1")
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def a:\n\n    if b < c && d:\n\n\n        *x*  \n",
                "  first line\n\n    - no [list](x) `ticks` ```\n~~~~\n# no heading\n&amp; stays",
                "\ttab\n\n\n\nfour lines on",
            })
    void preformatted_text_is_equal_to_the_byte(String code) {
        String escaped = code.replace("&", "&amp;").replace("<", "&lt;");
        for (String html : List.of(
                "Run this:\n\n<pre>\n" + escaped + "</pre>\n\nThen rest.",
                "<!-- wp:code -->\n<pre class=\"x\"><code>" + escaped + "</code></pre>\n<!-- /wp:code -->",
                "<ul><li>In a list <pre>\n" + escaped + "</pre></li></ul>",
                "<blockquote><pre>\n" + escaped + "</pre></blockquote>")) {
            String shown = shown(html).select("pre").first().wholeText();
            assertThat(shown).as(html).isEqualTo(code.endsWith("\n") ? code : code + "\n");
        }
    }

    @Test
    void code_over_several_lines_is_a_block_of_code() {
        assertThat(shown("Do\n\n<code>a = 1\n\n  b *= 2</code>\n\nso")
                        .select("pre")
                        .first()
                        .wholeText())
                .isEqualTo("a = 1\n\n  b *= 2\n");
        assertThat(shown("Say <code>a_b*c `d`</code>.").select("code").text()).isEqualTo("a_b*c `d`");
    }

    @Test
    void short_codes_stay_as_written_and_are_told() {
        Told told = new Told();
        String text = HtmlText.toMarkdown(
                "[caption id=\"a\"]<a href=\"https://c.example/x\"><img src=\"https://c.example/x.jpg\"></a> The shed[/caption]\n\n"
                        + "[gallery ids=\"1,2\"]\n\n[sourcecode language=\"sh\"]\nls | grep \"a\" && b < c  \n\n\n*x*\n[/sourcecode]",
                Addresses.AS_WRITTEN,
                told);
        Document shown = Jsoup.parse(Markdown.html(text).markup());
        assertThat(shown.text()).contains("[caption id=\"a\"]", "The shed[/caption]", "[gallery ids=\"1,2\"]");
        assertThat(shown.select("pre").first().wholeText())
                .isEqualTo("[sourcecode language=\"sh\"]\nls | grep \"a\" && b < c  \n\n\n*x*\n[/sourcecode]\n");
        assertThat(told.changed()).containsExactly("3 short codes kept as written");
    }

    @Test
    void a_table_stays_a_table() {
        Document shown = shown(
                "<table><caption>Duties</caption><thead><tr><th>Who</th><th>What</th></tr></thead>"
                        + "<tbody><tr><td rowspan='2'>Ben</td><td>Water<br>twice</td></tr><tr><td>Weed | <code>a|b</code></td></tr></tbody></table>");
        assertThat(shown.select("th").eachText()).containsExactly("Who", "What");
        assertThat(shown.select("tbody tr:eq(0) td").eachText()).containsExactly("Ben", "Water twice");
        assertThat(shown.select("tbody tr:eq(1) td:eq(1)").text()).isEqualTo("Weed | a|b");
        assertThat(shown.text()).startsWith("Duties");
        assertThat(shown("<table><tr><td><p>Only</p><p>a frame</p></td></tr></table>")
                        .select("table,p")
                        .eachText())
                .containsExactly("Only", "a frame");
    }

    @Test
    void addresses_are_read_from_the_page_they_stood_on() {
        Addresses addresses = new Addresses("https://club.example/2024/post/", address -> address);
        assertThat(HtmlText.toMarkdown(
                        "<p><a href='/a b/'>a</a> <a href='//club.example/b'>b</a> <a href='?p=3'>c</a> <a href='#d'>d</a>"
                                + " <img src='../e.jpg' alt='e'> <a href='mailto:x@y.example'>f</a> <a href='javascript:g()'>g</a></p>",
                        addresses,
                        new Told()))
                .isEqualTo(
                        "[a](https://club.example/a%20b/) [b](https://club.example/b) [c](https://club.example/2024/post/?p=3) d"
                                + " ![e](https://club.example/2024/e.jpg) [f](mailto:x@y.example) g");
    }

    @Test
    void what_could_run_leaves_nothing_and_what_plays_a_link() {
        Told told = new Told();
        assertThat(HtmlText.toMarkdown(
                        "<p onclick='x()'>a<script>alert(1)</script><a href='javascript:alert(1)'>b</a></p><iframe src='https://v.example/1'>c</iframe>",
                        Addresses.AS_WRITTEN,
                        told))
                .isEqualTo("ab\n\n[https://v.example/1](https://v.example/1)");
        assertThat(told.leftOut()).containsExactly("1 script in a text");
        assertThat(told.changed())
                .containsExactly("1 link that cannot lead anywhere here", "1 player or frame that is a link now");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1) first\n# not a heading\n- not a list\n2 * 3 * 4 and snake_case_here <b> & [x](y) .-= last ..dots =-.",
                "+ plus\n+plus\n> said\n1. one\n99999999) x\n--- ---\n===\n***\n___\n```\n~~~\nx\n:--|--:\n| a | b |",
                "&amp; &#35; \\* \\ !\\[a] <!-- c --> </p> http://x.example/a_b_c?x=1&y=2 <mailto:a@b.example> a@b.example",
                "C# #\n[ ] task\n[x] done\n[^1]: note\n[a]: http://x.example\n\t4 spaces\n    code",
            })
    void plain_signs_stay_plain(String plain) {
        String html = plain.replace("&", "&amp;").replace("<", "&lt;");
        assertThat(Inlines.plain(shown(html).text())).isEqualTo(Inlines.plain(plain));
        assertThat(Inlines.plain(shown("<h3>" + html + "</h3>").text())).isEqualTo(Inlines.plain(plain));
    }

    @Test
    void a_thousand_nested_elements_are_survived() {
        for (String open : List.of("<div><i>", "<ul><li>", "<blockquote>", "<table><tr><td>x</td><td>", "<b><i>"))
            assertThat(HtmlText.toMarkdown(open.repeat(20_000) + "deep"))
                    .as(open)
                    .contains("deep");
    }

    /** The one truth about a text: whatever a browser shows of it is shown here. */
    @Test
    void every_text_of_others_reads_here_as_it_read_there() throws IOException {
        List<String> texts = corpus();
        assertThat(texts).hasSizeGreaterThan(300);
        for (String html : texts) readsAlike(html);
    }

    @Test
    void whatever_is_put_together_reads_here_as_it_read_there() {
        Random random = new Random(20261130);
        for (int i = 0; i < 2_000; i++) {
            String html = invented(random);
            // Where blocks stand in running text, jsoup puts spaces that no browser shows.
            assertThat(unspaced(read(html))).as(html).isEqualTo(unspaced(original(html)));
        }
    }

    private static String unspaced(String text) {
        return Inlines.plain(text).replace(" ", "");
    }

    private static void readsAlike(String html) {
        assertThat(Inlines.plain(read(html))).as(html).isEqualTo(Inlines.plain(original(html)));
    }

    /** As if all pictures lay here: those from elsewhere are links with words of their own. */
    private static String read(String html) {
        String markdown = HtmlText.toMarkdown(html);
        StringBuilder here = new StringBuilder(markdown);
        for (MarkdownSource.Target target :
                MarkdownSource.of(markdown, 0).targets().reversed()) here.replace(target.from(), target.to(), "/");
        return Jsoup.parse(Markdown.html(here.toString()).markup()).text();
    }

    /** What jsoup reads, with what is no text but shown all the same, and without what leaves nothing. */
    private static String original(String html) {
        String source = html.replaceAll("<!--.*?-->", "");
        Element body = Jsoup.parseBodyFragment(source).body();
        body.select("script,style,noscript,template,svg,canvas,applet,input,select,button,textarea")
                .remove();
        for (Element quote : body.select("q")) {
            quote.prependText("\u201c");
            quote.appendText("\u201d");
        }
        for (Element player : body.select("iframe,embed,object,video,audio")) {
            String address = player.hasAttr("src")
                    ? player.attr("src")
                    : player.select("source").attr("src");
            player.replaceWith(new TextNode(address.startsWith("http") ? " " + address + " " : " "));
        }
        return body.text();
    }

    private static final List<String> TAGS = List.of(
            "p",
            "em",
            "strong",
            "b",
            "i",
            "code",
            "a href='http://x.example/?a=1&b=2'",
            "ul",
            "ol",
            "li",
            "blockquote",
            "h2",
            "div",
            "span",
            "del",
            "sup",
            "table",
            "tr",
            "td",
            "th",
            "dl",
            "dt",
            "dd",
            "q",
            "pre");
    private static final List<String> WORDS = List.of(
            "word",
            "a",
            " ",
            " ",
            "  ",
            "\n",
            "\n\n",
            "*",
            "_",
            "**",
            "#",
            "# ",
            "1. ",
            "- ",
            "+ ",
            "> ",
            "`",
            "``",
            "~~",
            "~",
            "|",
            "[y]",
            "(y)",
            "!",
            "&amp;",
            "&lt;b&gt;",
            "&#42;",
            "\\",
            "阅读",
            "。",
            "「",
            "」",
            "«",
            "é",
            "😀",
            "\u00a0",
            "http://x.example/a_b",
            "=",
            "---",
            "===",
            ":-",
            "\"",
            "?",
            "<br>",
            "<hr>",
            "2 * 3",
            "snake_case",
            "&nbsp;",
            "שלום");

    private static String invented(Random random) {
        StringBuilder html = new StringBuilder();
        List<String> open = new ArrayList<>();
        for (int i = random.nextInt(3, 30); i > 0; i--) {
            int what = random.nextInt(10);
            if (what < 2) {
                String tag = TAGS.get(random.nextInt(TAGS.size()));
                html.append("<").append(tag).append(">");
                open.add(tag.split(" ")[0]);
            } else if (what < 4 && !open.isEmpty())
                html.append("</").append(open.removeLast()).append(">");
            else html.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return html.toString();
    }

    private static final Pattern BODY = Pattern.compile("(?: Body=| Text=)\"([^\"]*)\"");
    private static final Pattern COOKED = Pattern.compile("\"(?:cooked|text)\":\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static List<String> corpus() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("discussions/wordpress-wxr", "faults/wxr"))
            for (Path file : files(folder)) if (file.toString().endsWith(".xml")) texts.addAll(posts(file));
        texts.addAll(posts(SharedData.file("seed/lead-change.wxr.xml")));
        for (Path file : files("discussions/stackexchange")) {
            Matcher bodies = BODY.matcher(Files.readString(file));
            while (bodies.find()) texts.add(Parser.unescapeEntities(bodies.group(1), true));
        }
        for (String folder : List.of("discussions/discourse-json", "discussions/isso-generic"))
            for (Path file : files(folder)) {
                Matcher cooked = COOKED.matcher(Files.readString(file));
                while (cooked.find())
                    texts.add(cooked.group(1)
                            .replace("\\n", "\n")
                            .replace("\\\"", "\"")
                            .replace("\\/", "/"));
            }
        return texts;
    }

    private static List<Path> files(String folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(SharedData.file(folder))) {
            all.forEach(files::add);
        }
        return files.stream().sorted().toList();
    }

    private static List<String> posts(Path file) {
        try {
            List<String> texts = new ArrayList<>();
            for (WordPressExport.Post post : WordPressFile.read(file).posts()) {
                texts.add(post.html());
                post.remarks().forEach(remark -> texts.add(remark.html()));
            }
            return texts;
        } catch (Refusal unsound) {
            return List.of();
        }
    }
}
