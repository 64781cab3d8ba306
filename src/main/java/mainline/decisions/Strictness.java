package mainline.decisions;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How hard it is to decide, as one choice among three: each stands for all the numbers of {@link Rules}. */
public enum Strictness {
    /** Few suffice, and everybody takes part from their first day. */
    EASY,
    USUAL,
    /** More have to take part, for longer, and to agree more. */
    STRICT;

    public Rules rules() {
        return switch (this) {
            case EASY -> easy();
            case USUAL -> Rules.usual();
            case STRICT -> strict();
        };
    }

    /** Nothing where a community has agreed on numbers of its own. */
    public static Optional<Strictness> of(Rules rules) {
        return Stream.of(values()).filter(each -> each.rules().equals(rules)).findFirst();
    }

    private static Rules easy() {
        Map<Method, Integer> everybody = new EnumMap<>(Method.class);
        for (Method method : Method.values()) everybody.put(method, 0);
        return new Rules(
                new Rules.Levels(everybody, everybody, 0, true),
                new Rules.Thresholds(BigDecimal.ONE, 1, 2, 2, Completion.ADD1),
                new Rules.Windows(48, 5, 24, 24, 60),
                new Rules.Waits(7, 90, 180, 30, 3));
    }

    private static Rules strict() {
        return new Rules(
                Rules.usual().levels(),
                new Rules.Thresholds(new BigDecimal("2"), 2, 4, 5, Completion.ADD1),
                new Rules.Windows(168, 60, 72, 120, 90),
                new Rules.Waits(14, 60, 180, 90, 3));
    }
}
