package mainline.effort;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.Refused;

/** What a member is about to pledge. */
public record Promise(EffortKind kind, Hours hours, LocalDate by) {

    /** @throws Refused for the fields {@code kind}, {@code hours} and {@code by} */
    static Promise read(Map<String, String> fields, LocalDate today) {
        Optional<EffortKind> kind = EffortKind.read(fields.getOrDefault("kind", ""));
        Optional<Hours> hours = Hours.read(fields.getOrDefault("hours", ""));
        Optional<LocalDate> by = day(fields.getOrDefault("by", ""));
        Refused.Check check = new Refused.Check()
                .that(kind.isPresent(), "kind", "effort.kind.choose")
                .that(hours.filter(Hours::isSome).isPresent(), "hours", "effort.hours.odd")
                .that(by.isPresent(), "by", "effort.day.odd");
        by.ifPresent(day -> check(check, day, today));
        check.orRefuse();
        return new Promise(kind.orElseThrow(), hours.orElseThrow(), by.orElseThrow());
    }

    /** @throws Refused for the fields {@code hours} and {@code by} */
    void check(LocalDate today) {
        Refused.Check check = new Refused.Check()
                .that(hours.isSome() && hours.quarters() <= Hours.MOST.quarters(), "hours", "effort.hours.odd");
        check(check, by, today);
        check.orRefuse();
    }

    private static void check(Refused.Check check, LocalDate by, LocalDate today) {
        check.that(!by.isBefore(today), "by", "effort.by.past")
                .that(!by.isAfter(today.plusYears(2)), "by", "effort.by.far");
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
