package mainline.text;

import java.util.List;
import mainline.text.Markdown.Block;
import org.jspecify.annotations.Nullable;

/**
 * What a text became.
 *
 * @param parts one for the whole, or one for each outermost part
 * @param limit why there are none
 */
record Shown(List<Block> parts, @Nullable Limit limit) {
    static Shown of(String markup) {
        return new Shown(List.of(new Block(0, 0, new Html(markup))), null);
    }

    static Shown not(Limit limit) {
        return new Shown(List.of(), limit);
    }

    int size() {
        return 100
                + parts.stream()
                        .mapToInt(part -> 50 + part.html().markup().length())
                        .sum();
    }
}
