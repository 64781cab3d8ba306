package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import mainline.SharedData;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {
    private static Document shown(String text) {
        return Jsoup.parseBodyFragment(
                PageText.of("/harbour/handbook", "a/b.md", text).html().markup());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Part one | part-one",
                "What's new? (C++ & Co.) | whats-new-c--co",
                "🌱 Garden tips | -garden-tips",
                "Use `the_key` *now* | use-the_key-now",
                "Organización y cuándo | organización-y-cuándo",
                "Заголовок 1 | заголовок-1",
                "हिन्दी में शीर्षक | हिन्दी-में-शीर्षक",
                "第一章 规则 | 第一章-规则",
                "A  b -- c | a--b----c",
                "[A link](x.md) in **it** | a-link-in-it",
                "a<sub>1</sub>² ½ Ⅷ | a1--ⅷ",
                "1. Ärger: 100 % (ja/nein) | 1-ärger-100--janein",
                "![logo](https://elsewhere.example/x.png) Project | -project"
            })
    void a_heading_has_the_address_that_github_gives_it(String heading, String anchor) {
        Document page = shown("# Title\n\n## " + heading + "\n");
        assertThat(page.select("h2").attr("id")).isEqualTo(anchor);
        assertThat(PageText.anchors("## " + heading)).contains(anchor);
    }

    @Test
    void an_address_is_not_cut() {
        String heading = "Why an address of more than sixty characters is nothing that anybody should cut anywhere";
        assertThat(shown("## " + heading).select("h2").attr("id"))
                .isEqualTo(heading.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
    }

    @Test
    void doubles_are_counted_and_meet_no_heading_that_is_called_so() {
        assertThat(shown("## A\n\n## A\n\n## A-1\n\n## A\n\n## a\n")
                        .select("h2")
                        .eachAttr("id"))
                .containsExactly("a", "a-1", "a-1-1", "a-2", "a-3");
    }

    @Test
    void gitlabs_and_earlier_addresses_lead_there_where_nothing_else_has_them() {
        Document page = shown("# T\n\n## 2024\n\n## A & B\n\n## A B\n\n## Así\n\n## Así\n");
        assertThat(page.getElementById("anchor-2024").parent()).isSameAs(page.getElementById("2024"));
        assertThat(page.getElementById("a--b").text()).isEqualTo("A & B");
        assertThat(page.getElementById("a-b").text()).isEqualTo("A B");
        assertThat(page.getElementById("h-a-b").parent().id()).isEqualTo("a--b");
        assertThat(page.getElementById("h-asi").parent().id()).isEqualTo("así");
        assertThat(page.getElementById("h-asi-2").parent().id()).isEqualTo("así-1");
        assertThat(page.getElementById("asi-2").parent().id()).isEqualTo("así-1");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void what_led_to_the_heading_that_became_the_title_leads_to_the_top() {
        Document page = shown("# My page\n\n[up](#my-page)\n\n## My page\n");
        assertThat(page.body().child(0).id()).isEqualTo("my-page");
        assertThat(page.select("h2").attr("id")).isEqualTo("my-page-1");
        assertThat(page.getElementById("h-my-page").nameIs("h2")).isFalse();
    }

    @Test
    void every_link_in_the_contents_of_a_page_in_many_scripts_leads_to_its_heading() throws Exception {
        String text = Files.readString(SharedData.file("faults/text/Anchors.md"));
        Document page = shown(text);
        List<String> links = page.select("li a").eachAttr("href");
        assertThat(links).hasSize(10);
        for (String link : links)
            assertThat(page.getElementById(link.substring(1))).as(link).isNotNull();
        Set<String> anchors = PageText.anchors(text);
        assertThat(PageText.links("a/b.md", text)).allMatch(link -> anchors.contains(link.anchor()));
    }

    @ParameterizedTest
    @CsvSource({
        "#user-content-part-one, part-one",
        "#Part-One, part-one",
        "#%50art-one, part-one",
        "#100%25, 100",
        "#a%zz, azz",
        "#%50%zz%C3, pzzc3",
        "#what's-new?, whats-new",
        "#Part%20one, part-one",
        "#:~:text=x, ''",
        "#, ''"
    })
    void a_link_means_a_heading_in_whichever_way_it_is_written(String link, String anchor) {
        assertThat(PageLinks.of("a/b.md", link)).isEqualTo(new PageLink("a/b.md", anchor));
    }

    @Test
    void very_many_headings_of_one_name_take_no_time() {
        List<String> ids = shown("# A\n".repeat(20_000)).select("h2").eachAttr("id");
        assertThat(ids).hasSize(19_999).doesNotHaveDuplicates().endsWith("a-19999");
    }
}
