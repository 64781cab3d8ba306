package mainline.effort;

import java.time.Instant;
import java.util.Map;
import mainline.kernel.PersonId;

/**
 * The effort an idea asks for.
 *
 * @param hours every kind, none where nothing of that kind is needed
 * @param version counted up each time the author states it anew
 */
public record Need(int version, Map<EffortKind, Hours> hours, PersonId by, Instant at) {
    public Hours of(EffortKind kind) {
        return hours.getOrDefault(kind, Hours.NONE);
    }

    public Hours total() {
        return hours.values().stream().reduce(Hours.NONE, Hours::plus);
    }
}
