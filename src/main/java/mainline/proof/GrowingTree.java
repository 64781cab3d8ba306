package mainline.proof;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A tree to which leaves are added one after the other; it keeps one hash per level. Not safe for several threads. */
public final class GrowingTree {
    private final @Nullable Hash[] complete = new @Nullable Hash[63];
    private long size;

    public void add(Hash leaf) {
        Hash hash = leaf;
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) hash = Hash.node(part(height++), hash);
        complete[height] = hash;
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        if (size == 0) return Hash.EMPTY;
        int lowest = Long.numberOfTrailingZeros(size);
        Hash hash = part(lowest);
        for (int height = lowest + 1; size >> height != 0; height++)
            if ((size >> height & 1) == 1) hash = Hash.node(part(height), hash);
        return hash;
    }

    private Hash part(int height) {
        return Objects.requireNonNull(complete[height]);
    }
}
