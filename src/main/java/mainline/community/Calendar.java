package mainline.community;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import mainline.kernel.CommunityId;
import org.springframework.stereotype.Component;

/** What day it is where a community is at home: days that bind its members are counted in its own zone. */
@Component
public class Calendar {
    private final Communities communities;
    private final Clock clock;

    Calendar(Communities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today(CommunityId community) {
        return LocalDate.ofInstant(clock.instant(), zone(community));
    }

    /** As in {@link Community#isYoung}. */
    public boolean isYoung(CommunityId community) {
        return communities.find(community).filter(found -> found.isYoung(now())).isPresent();
    }

    /** When that day begins there. */
    public Instant start(CommunityId community, LocalDate day) {
        return day.atStartOfDay(zone(community)).toInstant();
    }

    public ZoneId zone(CommunityId community) {
        return communities.find(community).map(Community::zone).orElse(ZoneOffset.UTC);
    }
}
