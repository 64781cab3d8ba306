package mainline.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What fills the gaps of a {@link Reason}, in a form that keeps: texts and numbers as they are, all else as a map that says what it is. */
public final class Gaps {
    private Gaps() {}

    /** Ready to be written as JSON. */
    public static List<Object> kept(List<Object> gaps) {
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

    /**
     * The same again, from what was read as JSON.
     *
     * @throws IllegalStateException when there is something that was never written
     */
    public static List<Object> of(List<?> kept) {
        return kept.stream().map(Gaps::gap).toList();
    }

    private static Object gap(Object kept) {
        if (!(kept instanceof Map<?, ?> map)) return kept;
        if (map.get("at") instanceof String at) return Instant.parse(at);
        if (map.get("day") instanceof String day) return LocalDate.parse(day);
        if (map.get("key") instanceof String key && map.get("gaps") instanceof List<?> inner)
            return new Reason(key, of(inner));
        throw new IllegalStateException("no gap is stored as " + map);
    }
}
