package mainline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import mainline.look.MomentExamples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the script makes of times, in a browser that stands in another zone than the community. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MomentsTest {
    private String script;

    @BeforeAll
    void open() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/mainline/look/js/moments.js"))) {
            script = new String(file.readAllBytes(), UTF_8);
        }
    }

    @Test
    void the_script_says_how_far_a_moment_is_by_the_same_rule_as_the_page() {
        var zones = MomentExamples.ALL.stream().collect(Collectors.groupingBy(MomentExamples::zone));
        zones.forEach((zone, examples) -> {
            assertThat(near("en", zone, examples))
                    .as("in " + zone)
                    .isEqualTo(examples.stream().map(MomentExamples::english).toList());
        });
        var madrid = ZoneId.of("Europe/Madrid");
        assertThat(near("es", madrid, zones.get(madrid)))
                .isEqualTo(
                        zones.get(madrid).stream().map(MomentExamples::spanish).toList());
    }

    @Test
    void who_reads_in_another_zone_gets_the_moment_in_their_own_as_well() {
        String moment = moment("2026-12-03T17:00:00Z", 60);
        Instant now = Instant.parse("2026-12-01T09:00:00Z");
        assertThat(own("en", "America/New_York", now, moment))
                .isEqualTo("; for you Thursday, December 3 at 12:00 PM UTC-5");
        assertThat(own("es", "Asia/Kolkata", now, moment))
                .isEqualTo("; para ti jueves, 3 de diciembre, 22:30 UTC+5:30");
        assertThat(own("en", "Pacific/Kiritimati", now, moment)).contains("Friday, December 4 at 7:00 AM UTC+14");
        assertThat(own("en", "Europe/Berlin", now, moment)).as("the same clock").isEmpty();
    }

    @Test
    void a_day_is_counted_where_the_community_is() {
        String day = "<span class=moment><time class=day datetime=2026-12-03 data-zone=Asia/Tokyo>x</time>"
                + "<own-time data-at=2026-12-03T15:00:00Z data-offset=540></own-time></span>";
        try (Page page = page("en", "America/New_York", Instant.parse("2026-12-02T16:00:00Z"), day)) {
            assertThat(page.locator("time").textContent())
                    .as("it is Thursday there already")
                    .isEqualTo("today");
            assertThat(page.locator("own-time").textContent()).contains("Thursday, December 3 at 10:00 AM UTC-5");
        }
    }

    private Object near(String language, ZoneId zone, List<MomentExamples> examples) {
        var moments = examples.stream()
                .map(example ->
                        List.of(example.now().toString(), moment(example.at().toString(), 0)))
                .toList();
        try (Page page = page(language, zone.getId(), Instant.EPOCH, "<p id=here></p>")) {
            return page.evaluate("""
                    moments => {
                      const Clock = Date
                      const here = document.getElementById('here')
                      return moments.map(([now, moment]) => {
                        Date = class extends Clock {
                          constructor(...at) { if (at.length) super(...at); else super(now) }
                        }
                        Date.UTC = Clock.UTC
                        here.innerHTML = moment
                        return here.querySelector('time').textContent
                      })
                    }""", moments);
        }
    }

    private String own(String language, String zone, Instant now, String moment) {
        try (Page page = page(language, zone, now, moment)) {
            return page.locator("own-time").textContent().replace('\u202f', ' ');
        }
    }

    private static String moment(String at, int offset) {
        return "<span class=moment><time class=ago datetime=" + at + ">x</time><own-time data-at=" + at
                + " data-offset=" + offset + "></own-time></span>";
    }

    private Page page(String language, String zone, Instant now, String body) {
        Page page = Chromium.browser()
                .newPage(new Browser.NewPageOptions().setTimezoneId(zone).setLocale(language));
        page.clock().setFixedTime(now.toEpochMilli());
        boolean spanish = language.equals("es");
        page.setContent("<html lang=" + language + "><body data-now='" + (spanish ? "ahora mismo" : "just now")
                + "' data-own-time='; " + (spanish ? "para ti" : "for you") + " {0}'>" + body);
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(script));
        return page;
    }
}
