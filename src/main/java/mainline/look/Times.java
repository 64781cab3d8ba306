package mainline.look;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mainline.text.Html;
import org.jspecify.annotations.Nullable;

/**
 * Times as people say them. Days are counted by their midnights in the zone of the clock on the wall: what is an hour
 * ahead at half past eleven in the evening is tomorrow, and so is what is forty hours ahead just after midnight. The same
 * rule stands in {@code js/moments.js}, and a test holds both against each other.
 */
final class Times {
    /** Nearer than this, what lies beyond a midnight is still told in hours. */
    private static final Duration NIGHT = Duration.ofHours(12);

    private static final long FAR_DAYS = 28;

    // Making one costs far more than using it, and a page of comments tells a hundred times.
    private static final Map<Form, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();
    /** By language, key and number; each number is bounded by the unit it counts. */
    private static final Map<Span, String> SPANS = new ConcurrentHashMap<>();

    private record Form(
            Locale locale, FormatStyle day, @Nullable FormatStyle time) {}

    private static final Cache<Exact, String> EXACT =
            Caffeine.newBuilder().maximumSize(20_000).build();

    private record Exact(Instant at, ZoneId zone, Locale locale) {}

    private record Span(Locale locale, String key, long number) {}

    private Times() {}

    static Html element(Shell shell, Instant at) {
        return new Html("<time class=\"ago\" datetime=\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\" title=\""
                + exact(at, shell.zone(), shell.locale()) + "\">" + words(shell, at) + "</time>");
    }

    /** Weekday, day, time and zone: whoever reads it anywhere can act on it. */
    static String exact(Instant at, ZoneId zone, Locale locale) {
        return EXACT.get(new Exact(at, zone, locale), Times::tell);
    }

    private static String tell(Exact exact) {
        Instant at = exact.at();
        ZoneId zone = exact.zone();
        return format(exact.locale(), FormatStyle.FULL, FormatStyle.SHORT)
                        .format(at.atZone(zone))
                        .replace('\u202f', ' ')
                + " " + zone(zone, at);
    }

    static String day(LocalDate day, Locale locale) {
        return format(locale, FormatStyle.LONG, null).format(day);
    }

    static String weekday(LocalDate day, Locale locale) {
        return format(locale, FormatStyle.FULL, null).format(day);
    }

    /** How far the clocks there are from UTC at that moment, since names such as CST mean several zones. */
    static String zone(ZoneId zone, Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        if (offset.getTotalSeconds() == 0) return "UTC";
        String hours = offset.getId().replaceFirst("^([+-])0", "$1");
        return "UTC" + hours.replaceFirst(":00$", "");
    }

    private static DateTimeFormatter format(Locale locale, FormatStyle day, @Nullable FormatStyle time) {
        return FORMATS.computeIfAbsent(
                new Form(locale, day, time),
                form -> DateTimeFormatter.ofPattern(
                        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                form.day(), form.time(), IsoChronology.INSTANCE, form.locale()),
                        form.locale()));
    }

    static String words(Shell shell, Instant at) {
        String near = near(shell, at);
        return near == null ? shell.say("time.date", shell.date(at)) : near;
    }

    /** Null for what is so far that its date says more. */
    static @Nullable String near(Shell shell, Instant at) {
        Duration ahead = Duration.between(shell.now(), at);
        Duration span = ahead.abs();
        String side = ahead.isNegative() ? "time.ago." : "time.in.";
        if (span.toMinutes() < 1) return shell.say("time.now");
        if (span.toHours() < 1) return say(shell, side + "minutes", span.toMinutes());
        long days =
                ChronoUnit.DAYS.between(shell.today(), at.atZone(shell.zone()).toLocalDate());
        if (days == 0 || span.compareTo(NIGHT) < 0) return say(shell, side + "hours", span.toHours());
        return near(shell, days);
    }

    /** @return null for what is so far that its date says more */
    static @Nullable String near(Shell shell, LocalDate day) {
        long days = ChronoUnit.DAYS.between(shell.today(), day);
        return days == 0 ? shell.say("time.today") : near(shell, days);
    }

    private static @Nullable String near(Shell shell, long days) {
        if (Math.abs(days) >= FAR_DAYS) return null;
        return say(shell, days < 0 ? "time.ago.days" : "time.in.days", Math.abs(days));
    }

    private static String say(Shell shell, String key, long number) {
        return SPANS.computeIfAbsent(
                new Span(shell.locale(), key, number), span -> shell.say(span.key(), span.number()));
    }
}
