package mainline.effort;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.Refused;

/** What a member is about to log as delivered. */
public record Work(EffortKind kind, Hours hours, LocalDate day, String what, String evidence) {

    /** @throws Refused for the fields {@code kind}, {@code hours}, {@code day}, {@code what} and {@code evidence} */
    static Work read(Map<String, String> fields, LocalDate today) {
        Optional<EffortKind> kind = EffortKind.read(fields.getOrDefault("kind", ""));
        Optional<Hours> hours = Hours.read(fields.getOrDefault("hours", ""));
        Optional<LocalDate> day = Promise.day(fields.getOrDefault("day", ""));
        String what = fields.getOrDefault("what", "");
        String evidence = fields.getOrDefault("evidence", "");
        new Refused.Check()
                .that(kind.isPresent(), "kind", "effort.kind.choose")
                .that(hours.filter(Hours::isSome).isPresent(), "hours", "effort.hours.odd")
                .that(day.isPresent(), "day", "effort.day.odd")
                .text(what, "what", 2000)
                .optional(evidence, "evidence", 2000)
                .orRefuse();
        Work work =
                new Work(kind.orElseThrow(), hours.orElseThrow(), day.orElseThrow(), what.strip(), evidence.strip());
        work.check(today);
        return work;
    }

    void check(LocalDate today) {
        new Refused.Check()
                .that(hours.isSome() && hours.quarters() <= Hours.MOST.quarters(), "hours", "effort.hours.odd")
                .that(!day.isAfter(today), "day", "effort.day.ahead")
                .that(!day.isBefore(today.minusYears(10)), "day", "effort.day.odd")
                .text(what, "what", 2000)
                .optional(evidence, "evidence", 2000)
                .orRefuse();
    }
}
