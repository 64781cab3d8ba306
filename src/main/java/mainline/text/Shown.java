package mainline.text;

import java.util.List;
import mainline.text.Markdown.Block;
import org.jspecify.annotations.Nullable;

/**
 * What a text became.
 *
 * @param whole empty where it was taken apart
 * @param parts its outermost parts, where it was
 * @param limit why there is neither
 */
record Shown(Prose whole, List<Block> parts, @Nullable Limit limit) {
    private static final Prose NOTHING = Prose.unmarked("");

    static Shown of(Prose whole) {
        return new Shown(whole, List.of(), null);
    }

    static Shown of(List<Block> parts) {
        return new Shown(NOTHING, List.copyOf(parts), null);
    }

    static Shown not(Limit limit) {
        return new Shown(NOTHING, List.of(), limit);
    }

    int size() {
        return 100
                + whole.size()
                + parts.stream()
                        .mapToInt(part -> 50 + part.html().markup().length())
                        .sum();
    }
}
