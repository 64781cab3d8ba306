package mainline.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import mainline.kernel.Reason;
import mainline.look.Moment;

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
            case Instant at -> Moment.exact(at, zone, language);
            case LocalDate day -> Moment.exact(day, language);
            default -> gap;
        };
    }
}
