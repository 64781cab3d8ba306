package mainline.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainline.SharedData;
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

    @Test
    void an_area_that_holds_nothing_is_told_with_what_it_may_mean() {
        var astray = new Astray(java.util.List.of("README.md", "Größe/maße.md", "Meetings/2026/may.md", "docs/a.md"));
        assertThat(astray.among(java.util.List.of("", "Größe", "*.md", "docs", "Meetings/**/*.md", "docs/a.md")))
                .isEmpty();
        assertThat(astray.among(java.util.List.of("größe", "Meetings/*", "meetings/2026", "DOCS/*.md", "yard work")))
                .extracting(reason -> reason.key() + " " + reason.gaps())
                .containsExactly(
                        "stewards.warning.other-name [/größe/**, /Größe]",
                        "stewards.warning.no-file [/Meetings/*]",
                        "stewards.warning.other-name [/meetings/2026/**, /Meetings/2026]",
                        "stewards.warning.other-name [/DOCS/*.md, /docs/a.md]",
                        "stewards.warning.no-file [/yard work/**]");
    }

    @Test
    void the_areas_of_a_file_from_elsewhere_that_hold_nothing_are_named() throws Exception {
        var file = StewardsFile.of(java.nio.file.Files.readString(SharedData.file("faults/text/STEWARDS-areas.yml")));
        var astray = new Astray(java.util.List.of("README.md", "Größe/maße.md", "meetings/2026/may.md"));
        assertThat(astray.among(
                        file.areas().stream().map(StewardsFile.Entry::path).toList()))
                .extracting(reason -> reason.gaps().getFirst())
                .containsExactly("/größe/**", "/meetings/*", "/yard work/**", "/docs/**");
    }
}
