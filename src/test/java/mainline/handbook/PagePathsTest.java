package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import mainline.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/a.md", "a//b.md", "../a.md", "a/../b.md", "a/./b.md", ".git/config.md", "a/.git/b.md",
                        ".GIT/a.md", "git~1/a.md",
                "a/.hidden.md", "con.md", "a/NUL.md", "lpt1.txt/a.md", "a./b.md", "a /b.md", " a.md", "a\u0000.md",
                        "a\n.md", "a\\b.md",
                "a;b.md", "a%2e.md", "a#b.md", "a?.md", "a*.md", "a:b.md", "a|b.md", "-rf.md", "a\u202egpj.md",
                        "a\u200d.md",
                ".gi\u200ct/a.md", "\u200cك.md", "ك\u200d\u200d.md", "1\u200d2.md", "a\u200dك.md", "ك\u200c.md",
                        "a/b/c/d/e/f/g/h/i/j/k.md"
            })
    void hostile_names_are_refused(String path) {
        assertThat(PagePaths.isSafe(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "meetings/silent-start.md",
                "reuniones/año nuevo.md",
                "会议/开始.md",
                "اجتماعات/بداية.md",
                "كتاب\u200cها.md",
                "क्\u200dष/र्\u200dय.md",
                "അവന\u0d4d\u200d.md",
                "family \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67.md",
                "\ud83c\udff3\ufe0f\u200d\ud83c\udf08.md",
                "[Draft] plan (v2).md",
                "A & B + C.md"
            })
    void names_of_any_script_are_fine(String path) {
        assertThat(PagePaths.isSafe(path)).isTrue();
    }

    @Test
    void names_that_some_systems_take_for_the_same_clash() {
        List<String> existing = List.of("Meetings/Start.md", "straße.md");
        assertThat(PagePaths.clashes("Meetings/start.md", existing)).isTrue();
        assertThat(PagePaths.clashes("meetings/other.md", existing)).isTrue();
        assertThat(PagePaths.clashes("Meetings/Start.md/x.md", existing)).isTrue();
        assertThat(PagePaths.clashes("Meetings", existing)).isTrue();
        assertThat(PagePaths.clashes("Meetings/other.md", existing)).isFalse();
    }

    @Test
    void names_that_differ_only_by_the_form_of_their_letters_clash() {
        assertThat(PagePaths.clashes("Gru\u0308ße.md", List.of("Gr\u00fcße.md")))
                .isTrue();
        assertThat(PagePaths.clashes("u\u0308/a.md", List.of("\u00fc/b.md"))).isTrue();
        assertThat(PagePaths.clashes("كتابها.md", List.of("كتاب\u200cها.md"))).isTrue();
        assertThat(PagePaths.firstClash(List.of("Gru\u0308ße.md"), List.of("Gru\u0308ße.md", "Gr\u00fcße.md")))
                .hasValue("Gru\u0308ße.md");
    }

    @Test
    void every_given_name_works_or_is_refused() throws Exception {
        List<String> refused = Files.readAllLines(SharedData.file("faults/text/names.txt")).stream()
                .filter(name -> !PagePaths.isSafe(name))
                .toList();
        assertThat(refused).containsExactly("Q1, or what? no.md");
    }
}
