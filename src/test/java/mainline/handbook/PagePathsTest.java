package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
                ".gi\u200ct/a.md", "a/b/c/d/e/f/g/h/i/j/k.md"
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
                "اجتماعات/بداية.md"
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
}
