package mainline.changes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import mainline.community.Communities;
import mainline.handbook.Areas;
import mainline.handbook.Ruling;
import mainline.kernel.CommunityId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the change says now has been open for as long as the slowest touched area asks, so that everybody could see it. */
@Component
@Order(25)
class CoolingOver implements MergeRule {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Areas areas;
    private final ChangeStore store;
    private final Communities communities;
    private final Clock clock;

    CoolingOver(Areas areas, ChangeStore store, Communities communities, Clock clock) {
        this.areas = areas;
        this.store = store;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public @Nullable Check of(Change change) {
        Ruling ruling = areas.of(change.subject().community());
        Duration cooling = change.paths().stream()
                .map(path -> ruling.rules(path).cooling())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        if (cooling.isZero()) return null;
        Instant over = store.saidSince(change.subject()).plus(cooling);
        String shown = shown(change.subject().community(), over);
        return clock.instant().isBefore(over)
                ? Check.waiting("cooling", "change.rule.cooling", shown)
                : Check.satisfied("cooling", "change.rule.cooled", shown);
    }

    /** Reads the same in every language. */
    private String shown(CommunityId community, Instant at) {
        ZoneId zone = communities.find(community).orElseThrow().zone();
        return SHOWN.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
