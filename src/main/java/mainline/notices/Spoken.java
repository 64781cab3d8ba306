package mainline.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import mainline.kernel.Reason;

/** A sentence for whoever reads it away from our pages. */
final class Spoken {
    private Spoken() {}

    /** The sentence with its times in words, as the community's clocks show them. */
    static Reason inWords(Reason text, Locale language, ZoneId zone) {
        return new Reason(
                text.key(),
                text.gaps().stream().map(gap -> words(gap, language, zone)).toList());
    }

    private static Object words(Object gap, Locale language, ZoneId zone) {
        return switch (gap) {
            case Reason inner -> inWords(inner, language, zone);
            case Instant at ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(language)
                        .format(at.atZone(zone));
            case LocalDate day ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language)
                        .format(day);
            default -> gap;
        };
    }
}
