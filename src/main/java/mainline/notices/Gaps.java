package mainline.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainline.kernel.Reason;

/** What fills the gaps of a notice, in a form that keeps: texts and numbers as they are, all else as a map that says what it is. */
final class Gaps {
    private Gaps() {}

    static List<Object> kept(List<Object> gaps) {
        return gaps.stream().map(Gaps::keep).toList();
    }

    private static Object keep(Object gap) {
        return switch (gap) {
            case Reason inner -> Map.of("key", inner.key(), "gaps", kept(inner.gaps()));
            case Instant at -> Map.of("at", at.toString());
            case LocalDate day -> Map.of("day", day.toString());
            case Number number -> number;
            default -> gap.toString();
        };
    }

    static List<Object> of(List<?> kept) {
        return kept.stream().map(Gaps::gap).toList();
    }

    private static Object gap(Object kept) {
        if (!(kept instanceof Map<?, ?> map)) return kept;
        if (map.get("at") instanceof String at) return Instant.parse(at);
        if (map.get("day") instanceof String day) return LocalDate.parse(day);
        return new Reason(
                String.valueOf(map.get("key")), of(map.get("gaps") instanceof List<?> inner ? inner : List.of()));
    }

    /** The same with its times in words, as the community's clocks show them. */
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
