package mainline.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import mainline.kernel.Reason;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void days_are_counted_by_midnights_where_the_clock_hangs() {
        for (var example : MomentExamples.ALL) {
            assertThat(near(shell("en", example.zone(), example.now()), example.at()))
                    .as("%s", example)
                    .isEqualTo(example.english());
            assertThat(near(shell("es", example.zone(), example.now()), example.at()))
                    .as("%s", example)
                    .isEqualTo(example.spanish());
        }
    }

    @Test
    void a_moment_that_binds_says_weekday_day_time_and_zone_in_the_text() {
        var at = Instant.parse("2026-03-05T17:00:00Z");
        assertThat(text(shell("en", ZoneId.of("Europe/Madrid"), MORNING)
                        .moment(at)
                        .markup()))
                .isEqualTo("in 3 days (Thursday, March 5, 2026, 6:00 PM UTC+1)");
        assertThat(text(shell("es", ZoneId.of("Europe/Madrid"), MORNING)
                        .moment(at)
                        .markup()))
                .isEqualTo("dentro de 3 días (jueves, 5 de marzo de 2026, 18:00 UTC+1)");
        var summer = Instant.parse("2026-07-01T17:00:00Z");
        assertThat(text(shell("en", ZoneId.of("Europe/Madrid"), MORNING)
                        .moment(summer)
                        .markup()))
                .as("so far ahead the date says more, with the zone of that day")
                .isEqualTo("Wednesday, July 1, 2026, 7:00 PM UTC+2");
        assertThat(shell("en", ZoneId.of("Asia/Kolkata"), MORNING).exact(at)).endsWith("10:30 PM UTC+5:30");
        assertThat(shell("en", ZoneId.of("America/St_Johns"), MORNING).exact(at))
                .endsWith("1:30 PM UTC-3:30");
        assertThat(shell("en", ZoneId.of("Europe/London"), MORNING).exact(at)).endsWith("5:00 PM UTC");
    }

    @Test
    void a_day_without_a_time_binds_until_it_is_over_there() {
        var madrid = shell("en", ZoneId.of("Europe/Madrid"), MORNING);
        assertThat(text(madrid.until(LocalDate.parse("2026-03-02")).markup()))
                .isEqualTo("today (the end of Monday, March 2, 2026, UTC+1)");
        assertThat(text(madrid.until(LocalDate.parse("2026-03-01")).markup())).startsWith("yesterday (");
        assertThat(text(madrid.until(LocalDate.parse("2027-03-01")).markup()))
                .isEqualTo("the end of Monday, March 1, 2027, UTC+1");
        assertThat(text(madrid.until(LocalDate.parse("2026-03-28")).markup()))
                .as("the zone of the midnight that counts")
                .endsWith("March 28, 2026, UTC+1)");
        assertThat(text(madrid.until(LocalDate.parse("2026-03-29")).markup())).endsWith("March 29, 2026, UTC+2)");
        assertThat(text(madrid.from(LocalDate.parse("2026-03-03")).markup()))
                .isEqualTo("tomorrow (from the beginning of Tuesday, March 3, 2026, UTC+1)");
        var own = element(madrid.until(LocalDate.parse("2026-03-02")).markup(), "own-time");
        assertThat(own.attr("data-at")).isEqualTo("2026-03-02T23:00:00Z");
        assertThat(own.attr("data-offset")).isEqualTo("60");
        assertThat(text(shell("es", ZoneId.of("Europe/Madrid"), MORNING)
                        .until(LocalDate.parse("2026-03-03"))
                        .markup()))
                .isEqualTo("mañana (el final del martes, 3 de marzo de 2026, UTC+1)");
    }

    @Test
    void a_sentence_shows_its_moments_whole_and_everything_else_as_text() {
        var shell = shell("en", ZoneId.of("Europe/Madrid"), MORNING);
        var at = Instant.parse("2026-03-03T08:00:00Z");
        var inner = Reason.of("decision.told.closed", "<b>\ue0000\ue000</b>");
        var told = Jsoup.parse(
                shell.told(Reason.of("decision.told.ends", inner, at)).markup());
        assertThat(told.text())
                .isEqualTo("“<b>0</b>” is decided. It ends tomorrow (Tuesday, March 3, 2026, 9:00 AM UTC+1).");
        assertThat(told.select("b")).isEmpty();
        assertThat(told.select(".moment")).hasSize(1);
        assertThat(shell.say(Reason.of("decision.told.ends", inner, at)))
                .endsWith("It ends Tuesday, March 3, 2026, 9:00 AM UTC+1.");
    }

    private static String near(Shell shell, Instant at) {
        return element(shell.time(at).markup(), "time").text();
    }

    private static String text(String markup) {
        return Jsoup.parse(markup).text();
    }

    private static Element element(String markup, String name) {
        return Jsoup.parse(markup).select(name).getFirst();
    }

    private static Shell shell(String language, ZoneId zone, Instant now) {
        try {
            return new Shell(
                    new Rendering().messageSource(),
                    Locale.of(language),
                    zone,
                    now,
                    "",
                    "/",
                    "",
                    () -> "",
                    List.of(),
                    null,
                    null,
                    null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
