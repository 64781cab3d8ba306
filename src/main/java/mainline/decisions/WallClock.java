package mainline.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** Times as people in a community write them. */
public final class WallClock {
    private WallClock() {}

    /** The moment of a local time: one that clocks skip is the moment they skip it, one that comes twice is the earlier. */
    public static Instant moment(LocalDateTime local, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (!offsets.isEmpty()) return local.toInstant(offsets.getFirst());
        ZoneOffsetTransition skipped = zone.getRules().getTransition(local);
        return skipped.getInstant();
    }

    /** So many days later at the same time of the day, and never fewer hours later than those days make. */
    public static Instant later(Instant from, int days, ZoneId zone) {
        Instant wall = moment(LocalDateTime.ofInstant(from, zone).plusDays(days), zone);
        Instant hours = from.plus(Duration.ofDays(days));
        return wall.isBefore(hours) ? hours : wall;
    }
}
