package mainline.effort;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import mainline.ideas.IdeaPart;
import mainline.kernel.Refused;

/**
 * The effort that an idea asks for from the beginning.
 *
 * @param hours every kind, none where nothing of that kind is needed
 */
public record NeededHours(Map<EffortKind, Hours> hours) implements IdeaPart {

    /** Kinds that are left out count as none. */
    public NeededHours {
        Map<EffortKind, Hours> all = new EnumMap<>(EffortKind.class);
        for (EffortKind kind : EffortKind.values()) all.put(kind, hours.getOrDefault(kind, Hours.NONE));
        hours = all;
    }

    /** Reads the fields {@code need-do} and so on; an empty one stands for none. */
    static NeededHours read(Map<String, String> fields, Refused.Check check) {
        Map<EffortKind, Hours> hours = new EnumMap<>(EffortKind.class);
        for (EffortKind kind : EffortKind.values()) {
            String typed = fields.getOrDefault(kind.needField(), "");
            Optional<Hours> read = typed.isBlank() ? Optional.of(Hours.NONE) : Hours.read(typed);
            check.that(read.isPresent(), kind.needField(), "effort.need.odd");
            hours.put(kind, read.orElse(Hours.NONE));
        }
        return new NeededHours(hours);
    }

    boolean areSome() {
        return hours.values().stream().anyMatch(Hours::isSome);
    }
}
