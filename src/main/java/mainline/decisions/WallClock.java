package mainline.decisions;

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
}
