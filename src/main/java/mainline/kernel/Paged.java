package mainline.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list that is paged by key: its items, and from where the next page goes on, if there is one. */
public record Paged<T>(List<T> items, @Nullable Cursor next) {

    /** From up to {@code size + 1} rows, of which the extra one only tells that there is more. */
    public static <T> Paged<T> by(List<T> rows, int size, Function<T, Cursor> key) {
        if (rows.size() <= size) return new Paged<>(List.copyOf(rows), null);
        List<T> items = List.copyOf(rows.subList(0, size));
        return new Paged<>(items, key.apply(items.getLast()));
    }

    /** The same of a list that is ordered by one number. */
    public static <T> Paged<T> of(List<T> rows, int size, Function<T, Long> key) {
        return by(rows, size, row -> Cursor.at(key.apply(row)));
    }

    public <R> Paged<R> map(Function<T, R> change) {
        return new Paged<>(items.stream().map(change).toList(), next);
    }
}
