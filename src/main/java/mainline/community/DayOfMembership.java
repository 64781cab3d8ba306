package mainline.community;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Level 1 after a day as a member: what holds as long as no module knows better. */
@Component
@Fallback
class DayOfMembership implements Standing {
    private static final Duration DAY = Duration.ofDays(1);

    private final Communities communities;
    private final Clock clock;

    DayOfMembership(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public int level(CommunityId community, PersonId person) {
        Instant latest = latest(1);
        return communities
                .memberSince(community, person)
                .map(since -> since.isAfter(latest) ? 0 : 1)
                .orElse(0);
    }

    @Override
    public List<PersonId> reaching(CommunityId community, int level) {
        return level > 1 ? List.of() : communities.membersBy(community, latest(level));
    }

    private Instant latest(int level) {
        return level <= 0 ? clock.instant() : clock.instant().minus(DAY);
    }
}
