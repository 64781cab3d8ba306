package mainline.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Reviewed;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the change says now has been open for as long as the slowest touched area asks, so that everybody could see it. */
@Component
@Order(25)
class CoolingOver implements MergeRule {
    private final Areas areas;
    private final Changes changes;
    private final Clock clock;

    CoolingOver(Areas areas, Changes changes, Clock clock) {
        this.areas = areas;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public @Nullable Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        Roster roster = areas.of(change.subject().community());
        Duration cooling = change.paths().stream()
                .map(path -> roster.rules(path).cooling())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (cooling.isZero()) return null;
        Instant over = changes.saidSince(change).plus(cooling);
        return clock.instant().isBefore(over)
                ? Check.waiting(Name.COOLING, "change.rule.cooling", over)
                : Check.satisfied(Name.COOLING, "change.rule.cooled", over);
    }
}
