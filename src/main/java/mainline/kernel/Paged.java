package mainline.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list that is paged by key: its items, and the key to ask for the next page with, if there is one. */
public record Paged<T>(List<T> items, @Nullable Long next) {

    /** From up to {@code size + 1} rows: the extra row only tells that there is more. */
    public static <T> Paged<T> of(List<T> rows, int size, Function<T, Long> key) {
        if (rows.size() <= size) return new Paged<>(List.copyOf(rows), null);
        List<T> items = List.copyOf(rows.subList(0, size));
        return new Paged<>(items, key.apply(items.getLast()));
    }

    public <R> Paged<R> map(Function<T, R> change) {
        return new Paged<>(items.stream().map(change).toList(), next);
    }
}
