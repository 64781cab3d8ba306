package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaPathTest {
    private static boolean holds(String area, String path) {
        return AreaPath.of(area).orElseThrow().holds(path);
    }

    @Test
    void a_folder_holds_itself_and_all_that_lies_in_it() {
        for (String area : List.of("/meetings/**", "/meetings", "meetings/", " /meetings ")) {
            assertThat(holds(area, "meetings/a.md")).as(area).isTrue();
            assertThat(holds(area, "meetings/deep/er/a.png")).as(area).isTrue();
            assertThat(holds(area, "meetings")).as(area).isTrue();
            assertThat(holds(area, "meetings-old/a.md")).as(area).isFalse();
            assertThat(holds(area, "a/meetings/a.md")).as(area).isFalse();
        }
    }

    @Test
    void the_root_holds_everything() {
        for (String area : List.of("/", "", "/**"))
            assertThat(List.of("", "a.md", "a/b/c.png", "STEWARDS.yml")).allMatch(path -> holds(area, path));
    }

    @Test
    void a_star_stays_within_one_part_and_two_stars_go_on() {
        assertThat(holds("/*/minutes/*.md", "board/minutes/may.md")).isTrue();
        assertThat(holds("/*/minutes/*.md", "minutes/may.md")).isFalse();
        assertThat(holds("/*/minutes/*.md", "a/b/minutes/may.md")).isFalse();
        assertThat(holds("/*/minutes/*.md", "board/minutes/2026/may.md")).isFalse();
        assertThat(holds("/*/minutes/*.md", "board/minutes/mayxmd")).isFalse();
        assertThat(holds("/*/minutes", "board/minutes/2026/may.md")).isTrue();
        assertThat(holds("/meetings/*", "meetings/a.md")).isTrue();
        assertThat(holds("/meetings/*", "meetings/a/b.md")).isFalse();
        assertThat(holds("/**/minutes/*.md", "minutes/may.md")).isTrue();
        assertThat(holds("/**/minutes/*.md", "a/b/minutes/may.md")).isTrue();
        assertThat(holds("/a/**/z.md", "a/z.md")).isTrue();
        assertThat(holds("/a/**/z.md", "a/b/c/z.md")).isTrue();
        assertThat(holds("/*/**", "a.md")).isFalse();
        assertThat(holds("/*/**", "a/b.md")).isTrue();
        assertThat(holds("/policies/money.md", "policies/money.md")).isTrue();
        assertThat(holds("/policies/money.md", "policies/money_md")).isFalse();
        assertThat(holds("/a(b)+[c]/x.md", "a(b)+[c]/x.md")).isTrue();
    }
}
