package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/0002-rfc-process.md | - Start Date: 2014\\n\\n## Summary\\n\\n## Motivation | 0002 rfc process",
                "text/0002-rfc-process.md | - Start Date: 2014\\n\\n# Summary\\n\\n# Motivation | 0002 rfc process",
                "a/b.md | # One\\n\\n# Two | One",
                "a/b.md | Words first\\n\\n# The one | The one",
                "a/b.md | [![x](y.png)](z.md)\\n\\n# The project\\n\\n# Install | The project",
                "a/b.md | ## Part\\n\\n# Late | Late",
                "a/b.md | ---\\ntitle: Given\\n---\\n# Other | Given",
                "a/b.md | ---\\ntitle: Given\\n---\\n## Part | Given",
                "a/b.md | > # Said\\n\\nText | B",
                "a/README.md | ## Part | A",
                "README.md | ## Part | README",
                "a/𝔟.md | Text | 𝔟"
            })
    void a_page_is_called_by_its_front_matter_or_its_first_outermost_heading_or_its_file(
            String path, String text, String title) {
        String source = text.replace("\\n", "\n");
        assertThat(PageText.title(path, source)).isEqualTo(title);
        assertThat(PageText.of("/x", path, source).title()).isEqualTo(title);
        assertThat(PageReading.of(path, source, WikiLinks.Pages.UNKNOWN).title())
                .isEqualTo(title);
    }

    @Test
    void only_the_heading_that_became_the_title_is_not_shown_twice() {
        Document page = Jsoup.parseBodyFragment(
                PageText.of("/x", "a.md", "## Part\n\n### Small\n").html().markup());
        assertThat(page.select("h2").text()).isEqualTo("Part");
        assertThat(Jsoup.parseBodyFragment(PageText.of("/x", "a.md", "# A\n\n## Part\n")
                                .html()
                                .markup())
                        .select("h1, h2, h3")
                        .eachText())
                .containsExactly("Part");
        assertThat(Jsoup.parseBodyFragment(PageText.of("/x", "a.md", "# A\n\n# B\n\n## C\n")
                                .html()
                                .markup())
                        .select("h2, h3")
                        .eachText())
                .containsExactly("B", "C");
    }
}
