package mainline.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import mainline.changes.Change;
import mainline.changes.Changes;
import mainline.changes.Reviewed;
import mainline.community.Communities;
import mainline.community.Community;
import mainline.handbook.Areas;
import mainline.handbook.Roster;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the change says now has been open for as long as the slowest touched area asks, so that everybody could see it. */
@Component
@Order(25)
class CoolingOver implements MergeRule {
    /** Said of a small edit until a steward agrees or a day is over. */
    static final String SMALL_WAITS = "change.rule.small-waits";

    private final Areas areas;
    private final Communities communities;
    private final Changes changes;
    private final SmallEdits smallEdits;
    private final ReviewStore store;
    private final Clock clock;

    CoolingOver(
            Areas areas,
            Communities communities,
            Changes changes,
            SmallEdits smallEdits,
            ReviewStore store,
            Clock clock) {
        this.areas = areas;
        this.communities = communities;
        this.changes = changes;
        this.smallEdits = smallEdits;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public @Nullable Check of(Reviewed reviewed) {
        Change change = reviewed.change();
        SmallEdits.Small small = smallEdits.of(reviewed);
        if (small != null) return ofSmall(change, small);
        Roster roster = areas.of(change.subject().community());
        List<Roster.Rules> rules =
                change.paths().stream().map(roster::rules).distinct().toList();
        Duration asked = longest(rules, Roster.Rules::cooling);
        if (asked.isZero()) return null;
        Instant founded =
                communities.find(change.subject().community()).orElseThrow().since();
        Instant said = changes.saidSince(change);
        Duration cooling = longest(rules, each -> each.cooling(founded, said));
        Instant over = said.plus(cooling);
        if (!clock.instant().isBefore(over)) return Check.satisfied(Name.COOLING, "change.rule.cooled", over);
        return cooling.equals(asked)
                ? Check.waiting(Name.COOLING, "change.rule.cooling", over)
                : Check.waiting(Name.COOLING, "change.rule.cooling-young", over, Community.YOUNG.toDays());
    }

    /** With a steward's word at once; without one, what nobody minds for a day may enter. */
    private Check ofSmall(Change change, SmallEdits.Small small) {
        boolean agreed = store.approvals(change.subject()).stream()
                .anyMatch(approval -> approval.counts() && !change.hasAuthor(approval.by()));
        if (agreed) return Check.satisfied(Name.COOLING, "change.rule.small", small.words());
        return small.isSilent(clock.instant())
                ? Check.satisfied(Name.COOLING, "change.rule.cooled", small.over())
                : Check.waiting(Name.COOLING, SMALL_WAITS, small.words(), small.over());
    }

    private static Duration longest(List<Roster.Rules> rules, Function<Roster.Rules, Duration> cooling) {
        return rules.stream().map(cooling).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
