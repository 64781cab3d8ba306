package mainline.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * What texts became, found by what they say, as long as this process, and so this way of rendering, lives. Long texts have
 * a shelf of their own, where one takes an eighth at most: no page of a book pushes out a thousand comments.
 */
final class Shelf {
    private static final int LONG = 32_000;
    private static final Cache<String, Shown> SHORT_TEXTS = shelf(16_000_000);
    private static final Cache<String, Shown> LONG_TEXTS = shelf(16_000_000);

    private Shelf() {}

    private static Cache<String, Shown> shelf(int characters) {
        return Caffeine.newBuilder()
                .maximumWeight(characters)
                .weigher((String key, Shown shown) -> shown.size())
                .build();
    }

    /** @param key tells the text and how it is shown */
    static Shown take(String key, int length, Supplier<Shown> render) {
        Cache<String, Shown> shelf = length > LONG ? LONG_TEXTS : SHORT_TEXTS;
        return shelf.get(key, missing -> render.get());
    }
}
