package mainline.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mainline.changes.ChangeDeed;
import mainline.changes.ChangeDeeds;
import mainline.community.Communities;
import mainline.handbook.Areas;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The community and the nominee know each other: a fortnight as a member, or a change that was merged there. */
@Component
@Order(10)
class Acquainted implements Eligibility {
    private static final int DAYS = 14;

    private final Communities communities;
    private final Areas areas;
    private final ChangeDeeds deeds;
    private final Clock clock;

    Acquainted(Communities communities, Areas areas, ChangeDeeds deeds, Clock clock) {
        this.communities = communities;
        this.areas = areas;
        this.deeds = deeds;
        this.clock = clock;
    }

    @Override
    public Verdict of(CommunityId community, PersonId person, String area) {
        Optional<Instant> since = communities.memberSince(community, person);
        if (since.isEmpty()) return Verdict.no("eligibility.not-member");
        long days = daysSince(since.get());
        if (days >= DAYS) return Verdict.yes("eligibility.member", days);
        boolean wrote =
                deeds.counts(community, person, areas.area(community, area)).containsKey(ChangeDeed.Kind.WROTE);
        if (wrote) return Verdict.yes("eligibility.wrote");
        if (daysSince(communities.find(community).orElseThrow().since()) < DAYS)
            return Verdict.yes("eligibility.young", DAYS);
        return Verdict.no("eligibility.not-yet", DAYS, days);
    }

    private long daysSince(Instant moment) {
        return Duration.between(moment, clock.instant()).toDays();
    }
}
