package mainline.effort;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mainline.kernel.Subject;

/** How much effort an idea needs, has been promised, and was given, per kind. */
public record Effort(Subject idea, boolean stated, Map<EffortKind, Sums> kinds) {

    public record Sums(Hours needed, Hours pledged, Hours given) {
        static final Sums NONE = new Sums(Hours.NONE, Hours.NONE, Hours.NONE);

        public Hours missing() {
            return needed.less(pledged);
        }
    }

    public Sums of(EffortKind kind) {
        return kinds.getOrDefault(kind, Sums.NONE);
    }

    public Hours needed() {
        return kinds.values().stream().map(Sums::needed).reduce(Hours.NONE, Hours::plus);
    }

    /** What is promised of what is needed: hours of one kind make up for no other. */
    public Hours covered() {
        return kinds.values().stream()
                .map(sums -> sums.needed().less(sums.missing()))
                .reduce(Hours.NONE, Hours::plus);
    }

    public Hours pledged() {
        return kinds.values().stream().map(Sums::pledged).reduce(Hours.NONE, Hours::plus);
    }

    public Hours given() {
        return kinds.values().stream().map(Sums::given).reduce(Hours.NONE, Hours::plus);
    }

    /** The kinds that still miss hours, in their order. */
    public List<EffortKind> lacking() {
        return Arrays.stream(EffortKind.values())
                .filter(kind -> of(kind).missing().isSome())
                .toList();
    }

    /** The kinds that matter here: needed, promised or given. */
    public List<EffortKind> shown() {
        return Arrays.stream(EffortKind.values())
                .filter(kind -> !of(kind).equals(Sums.NONE))
                .toList();
    }

    public boolean isCovered() {
        return stated && needed().isSome() && lacking().isEmpty();
    }
}
