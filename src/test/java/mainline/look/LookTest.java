package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {
    private static final TemplateEngine ENGINE = new Rendering().templateEngine();

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void every_component_renders_in_every_language(String language) throws IOException {
        String page = render("look/look.jte", LookPages.sample(shell(language, true)));
        Document document = Jsoup.parse(page);
        assertThat(document.select("main h1")).isNotEmpty();
        assertThat(document.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (String id : document.select("[aria-describedby]").eachAttr("aria-describedby"))
            for (String each : id.split(" "))
                assertThat(document.getElementById(each)).as(each).isNotNull();
        assertThat(document.select("[style]")).isEmpty();
        keep(language, page);
    }

    @Test
    void a_page_for_onlookers_holds_no_token_and_no_form() {
        String page = render("look/error.jte", "404");
        assertThat(page).doesNotContain("csrf").doesNotContain("<form");
    }

    @Test
    void what_a_first_visit_loads_stays_light() {
        int bytes = 0;
        for (String name : List.of("mainline.css", "mainline.js", "moments.js", "htmx.js", "mark.svg")) {
            String[] at = Assets.at(name).split("/");
            bytes += Objects.requireNonNull(Assets.find(at[2], name)).zipped().length;
        }
        assertThat(bytes).isLessThan(45_000);
    }

    @Test
    void an_address_with_another_hash_is_not_answered() {
        assertThat(Assets.find("0123", "mainline.css")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//elsewhere.example",
                "https://elsewhere.example",
                "/\\elsewhere.example",
                "",
                "/a\nb",
                "javascript:1"
            })
    void the_way_back_after_choosing_a_theme_never_leads_elsewhere(String path) {
        assertThat(AppearancePages.local(path)).isEqualTo("/");
    }

    @Test
    void the_way_back_after_choosing_a_theme_is_the_page_one_came_from() {
        assertThat(AppearancePages.local("/harbour/ideas?after=12")).isEqualTo("/harbour/ideas?after=12");
    }

    private static String render(String template, Object page) {
        StringOutput output = new StringOutput();
        if (page instanceof String code) {
            ENGINE.render(
                    template,
                    java.util.Map.of(
                            "shell", shell("en", false), "code", code, "title", "Nothing here", "text", "Look again."),
                    output);
        } else {
            ENGINE.render(template, page, output);
        }
        return output.toString();
    }

    private static Shell shell(String language, boolean signedIn) {
        try {
            List<Section> sections = java.util.stream.IntStream.range(0, 9)
                    .mapToObj(i -> new Section(i % 2 == 0 ? "ideas" : "people", "look" + i, i))
                    .toList();
            return new Shell(
                    new Rendering().messageSource(),
                    Locale.of(language),
                    ZoneOffset.UTC,
                    Instant.parse("2026-05-14T09:30:00Z"),
                    "",
                    "/look",
                    "",
                    () -> "token",
                    sections,
                    signedIn ? new Shell.Me("amara", "Amara Okafor", new Face(null, "AO", 1), true, () -> 3) : null,
                    new Shell.Bar(
                            "harbour",
                            "Harbour Leaders",
                            signedIn,
                            false,
                            Optional::empty,
                            () -> 2,
                            new Outside("https://harbour.example", () -> "We lead by asking.")),
                    null);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** For looking at: the page with its style and scripts, to be opened from the disk. */
    private static void keep(String language, String page) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/look"));
        for (String name : List.of("mainline.css", "mainline.js", "moments.js", "htmx.js", "mark.svg")) {
            String[] at = Assets.at(name).split("/");
            Files.write(
                    folder.resolve(name),
                    Objects.requireNonNull(Assets.find(at[2], name)).plain());
        }
        Files.writeString(folder.resolve(language + ".html"), page.replaceAll("/assets/[0-9a-f]+/", ""));
    }
}
