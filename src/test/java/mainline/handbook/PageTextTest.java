package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTextTest {
    private static Document shown(String path, String text) {
        return Jsoup.parseBodyFragment(
                PageText.of("/harbour/handbook", path, text).html().markup());
    }

    @Test
    void links_and_pictures_inside_the_repository_lead_to_its_pages() {
        String text =
                "---\ntitle: \"The first\"\n---\n\n# Other\n\n## Part one\n\n[next](second.md#part-two) [up](../README.md) "
                        + "[out](../../../etc/passwd) [bad](javascript:alert(1)) [web](https://example.org/x) ![pic](pics/x.png)\n";
        assertThat(PageText.title("a/first.md", text)).isEqualTo("The first");
        Document page = shown("a/first.md", text);
        assertThat(page.select("a[href]").eachAttr("href"))
                .containsExactly(
                        "/harbour/handbook/a/second#part-two",
                        "/harbour/handbook/README",
                        "/harbour/handbook",
                        "https://example.org/x");
        assertThat(page.select("img").attr("src")).isEqualTo("/harbour/handbook/a/pics/x.png");
        assertThat(page.select("[id]").eachAttr("id")).contains("part-one", "h-part-one");
    }

    @Test
    void notes_at_the_foot_of_a_page_are_reached_and_lead_back_and_are_no_words_of_it() {
        String text = "# Title\n\nSeeds[^1] are kept dry.\n\n[^1]: In the shed.";
        Document page = shown("a.md", text);
        for (String way : page.select("a[href^=#]").eachAttr("href"))
            assertThat(page.getElementById(way.substring(1))).as(way).isNotNull();
        assertThat(page.select("a[href^=#]")).hasSize(2);
        assertThat(PageText.read("a.md", text, WikiLinks.Pages.UNKNOWN).words())
                .isEqualTo("Seeds are kept dry. In the shed.");
    }

    @Test
    void a_page_part_by_part_leaves_the_outermost_heading_to_the_page_around_it() {
        assertThat(PageText.blocks("/harbour/handbook", "a.md", "# عنوان\n\n## B"))
                .extracting(part -> Jsoup.parse(part.html().markup())
                        .select("h1, h2, h3")
                        .first()
                        .tagName())
                .containsExactly("h2", "h3");
    }

    @ParameterizedTest
    @CsvSource({
        "README.md, a/b.md, /harbour/handbook/a/b",
        "README.md, /a/b.md, /harbour/handbook/a/b",
        "README.md, ./b.md, /harbour/handbook/b",
        "README.md, b, /harbour/handbook/b",
        "a/README.md, /b.md, /harbour/handbook/b",
        "a/README.md, b/, /harbour/handbook/a/b",
        "a/README.md, ../, /harbour/handbook",
        "a/é è.md, ü.md, /harbour/handbook/a/%C3%BC"
    })
    void a_link_is_read_from_where_its_page_lies(String path, String link, String address) {
        assertThat(shown(path, "[x](<" + link + ">)").select("a").attr("href")).isEqualTo(address);
    }

    @Test
    void targets_are_files_of_the_repository_only() {
        assertThat(
                        PageText.targets(
                                "a/b.md",
                                "[x](c.md#d) [y](#here) [z](https://example.org) [m](mailto:a@example.org) ![p](../p.png) [x](c.md)"))
                .containsExactly("a/c.md", "p.png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<[Draft] plan (v2).md> | [Draft] plan (v2).md",
                "%5BDraft%5D%20plan%20(v2).md | [Draft] plan (v2).md",
                "<100 percent%.md> | 100 percent%.md",
                "<A & B + C.md> | A & B + C.md",
                "<C'est la vie!.md> | C'est la vie!.md",
                "<~tilde @at $dollar =eq.md> | ~tilde @at $dollar =eq.md",
                "<comma,semi.md?x=1> | comma,semi.md",
                "u\u0308.md | ü.md",
                "%75%CC%88.md | ü.md",
                "كتاب\u200cها.md | كتاب\u200cها.md"
            })
    void a_link_names_any_file_in_whichever_way_it_is_written(String link, String target) {
        String written = link.replace("\\u0308", "\u0308").replace("\\u200c", "\u200c");
        String wanted = target.replace("\\u200c", "\u200c");
        assertThat(PageText.targets("README.md", "[x](" + written + ")")).containsExactly(wanted);
        String address = shown("README.md", "[x](" + written + ")").select("a").attr("href");
        assertThat(java.net.URI.create(address).getPath())
                .isEqualTo("/harbour/handbook/" + wanted.replaceFirst("\\.md$", ""));
    }
}
