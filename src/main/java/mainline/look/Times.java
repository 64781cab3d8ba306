package mainline.look;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import mainline.kernel.Html;

/** Times as people say them. */
final class Times {
    private Times() {}

    static Html element(Shell shell, Instant at) {
        String exact = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(shell.locale())
                .format(at.atZone(shell.zone()));
        return new Html("<time class=\"ago\" datetime=\"" + at.truncatedTo(ChronoUnit.SECONDS) + "\" title=\"" + exact
                + "\">" + words(shell, at) + "</time>");
    }

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }

    static String words(Shell shell, Instant at) {
        Duration ago = Duration.between(at, shell.now());
        boolean past = !ago.isNegative();
        String side = past ? "time.ago." : "time.in.";
        Duration span = ago.abs();
        if (span.toMinutes() < 1) return shell.say("time.now");
        if (span.toHours() < 1) return shell.say(side + "minutes", span.toMinutes());
        if (span.toDays() < 1) return shell.say(side + "hours", span.toHours());
        if (span.toDays() < 28) return shell.say(side + "days", span.toDays());
        return shell.date(at);
    }
}
