package mainline.look;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mainline.kernel.Html;

/** Times as people say them. */
final class Times {
    // Making one costs far more than using it, and a page of comments tells a hundred times.
    private static final Map<Locale, DateTimeFormatter> EXACT = new ConcurrentHashMap<>();
    private static final Map<Locale, DateTimeFormatter> DAYS = new ConcurrentHashMap<>();
    /** By language, key and number; each number is bounded by the unit it counts. */
    private static final Map<Span, String> SPANS = new ConcurrentHashMap<>();

    private record Span(Locale locale, String key, long number) {}

    private Times() {}

    static Html element(Shell shell, Instant at) {
        String exact = EXACT.computeIfAbsent(shell.locale(), Times::exact).format(at.atZone(shell.zone()));
        return new Html("<time class=\"ago\" datetime=\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\" title=\"" + exact
                + "\">" + words(shell, at) + "</time>");
    }

    static String day(LocalDate day, Locale locale) {
        return DAYS.computeIfAbsent(locale, Times::days).format(day);
    }

    private static DateTimeFormatter exact(Locale locale) {
        return DateTimeFormatter.ofPattern(
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.LONG, FormatStyle.SHORT, IsoChronology.INSTANCE, locale),
                locale);
    }

    private static DateTimeFormatter days(Locale locale) {
        return DateTimeFormatter.ofPattern(
                DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.LONG, null, IsoChronology.INSTANCE, locale),
                locale);
    }

    static String words(Shell shell, Instant at) {
        Duration ago = Duration.between(at, shell.now());
        boolean past = !ago.isNegative();
        String side = past ? "time.ago." : "time.in.";
        Duration span = ago.abs();
        if (span.toMinutes() < 1) return shell.say("time.now");
        if (span.toHours() < 1) return say(shell, side + "minutes", span.toMinutes());
        if (span.toDays() < 1) return say(shell, side + "hours", span.toHours());
        if (span.toDays() < 28) return say(shell, side + "days", span.toDays());
        return shell.date(at);
    }

    private static String say(Shell shell, String key, long number) {
        return SPANS.computeIfAbsent(
                new Span(shell.locale(), key, number), span -> shell.say(span.key(), span.number()));
    }
}
