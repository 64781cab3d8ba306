package mainline.results;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import mainline.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What a member is about to report of a trial; a null is something they did not choose. */
public record Report(
        String place,
        @Nullable LocalDate day,
        String before,
        String after,
        String happened,
        Trial.@Nullable Keep keep) {

    static Report of(Map<String, String> fields) {
        return new Report(
                text(fields, "place"),
                day(text(fields, "day")),
                text(fields, "before"),
                text(fields, "after"),
                text(fields, "happened").replace("\r\n", "\n"),
                keep(text(fields, "keep")));
    }

    /** @throws Refused for {@code place}, {@code day}, {@code before}, {@code after}, {@code happened} and {@code keep} */
    void check(LocalDate today) {
        new Refused.Check()
                .text(place, "place", 200)
                .that(day != null, "day", "effort.day.odd")
                .that(day == null || !day.isAfter(today), "day", "trial.day.ahead")
                .that(day == null || day.isAfter(today.minusYears(20)), "day", "effort.day.odd")
                .optional(before, "before", 100)
                .optional(after, "after", 100)
                .text(happened, "happened", 10_000)
                .that(keep != null, "keep", "trial.keep.choose")
                .orRefuse();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Trial.@Nullable Keep keep(String typed) {
        for (Trial.Keep keep : Trial.Keep.values()) if (keep.name().equals(typed)) return keep;
        return null;
    }
}
