package mainline.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mainline.kernel.CommunityId;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What pages read again and again, in memory until something becomes of it, in whichever process. Acts read what is stored:
 * within a transaction that may write, nothing is taken from memory, nor kept of what is not committed.
 *
 * @param <K> what is asked for
 * @param <V> what is known of it, never null and never changed
 */
public final class Kept<K, V> {
    /** Communities that share one of these only make each other's old. */
    private static final int STRIPES = 1 << 10;

    private final Memory memory;
    private final @Nullable Function<K, CommunityId> community;
    private final Predicate<Movement> ageing;
    private final AtomicLongArray moved = new AtomicLongArray(STRIPES);
    private final AtomicLong anything = new AtomicLong();
    private final Cache<K, Entry<V>> entries;

    /** @param community null where what is asked for belongs to none, so that what moves in any makes it old */
    Kept(Memory memory, int most, @Nullable Function<K, CommunityId> community, Predicate<Movement> ageing) {
        this.memory = memory;
        this.community = community;
        this.ageing = ageing;
        this.entries = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * @param stamp how often something had moved before it was read, so that what moves meanwhile makes it old
     * @param at by the memory's clock
     */
    private record Entry<V>(V value, long stamp, long at) {}

    /** From memory as long as it is right, else read. */
    public V get(K key, Function<? super K, ? extends V> read) {
        return find(key, () -> Optional.of(read.apply(key))).orElseThrow();
    }

    /** From memory as long as it is right, else read and kept if it is there. */
    public Optional<V> find(K key, Supplier<Optional<V>> read) {
        return find(key, read, value -> true);
    }

    /** @param isTold whether acts tell of what becomes of it, so that it may be kept */
    public Optional<V> find(K key, Supplier<Optional<V>> read, Predicate<V> isTold) {
        Optional<V> known = find(key);
        return known.isPresent() ? known : again(key, read, isTold);
    }

    /** What is in memory and right. */
    public Optional<V> find(K key) {
        if (isActing()) return Optional.empty();
        Entry<V> known = entries.getIfPresent(key);
        return known != null && known.stamp() == stamp(key) && memory.holds(known.at())
                ? Optional.of(known.value())
                : Optional.empty();
    }

    /** Reads it, whatever is in memory, and keeps what there is. */
    public Optional<V> again(K key, Supplier<Optional<V>> read) {
        return again(key, read, value -> true);
    }

    private Optional<V> again(K key, Supplier<Optional<V>> read, Predicate<V> isTold) {
        if (isActing()) return read.get();
        long stamp = stamp(key);
        long at = memory.now();
        Optional<V> value = read.get();
        value.filter(isTold).ifPresent(found -> keep(key, found, stamp, at));
        return value;
    }

    /** Each of these from memory, and the others together in one question; those left out that are not there. */
    public Map<K, V> all(Collection<K> keys, Function<Set<K>, Map<K, V>> read) {
        Map<K, V> found = new HashMap<>();
        Set<K> missing = new HashSet<>();
        for (K key : keys) find(key).ifPresentOrElse(value -> found.put(key, value), () -> missing.add(key));
        if (missing.isEmpty()) return found;
        Map<K, Long> stamps = new HashMap<>();
        missing.forEach(key -> stamps.put(key, stamp(key)));
        long at = memory.now();
        Map<K, V> others = read.apply(missing);
        if (!isActing()) others.forEach((key, value) -> keep(key, value, stamps.getOrDefault(key, -1L), at));
        found.putAll(others);
        return found;
    }

    /** It is read again the next time it is asked for in this process. */
    public void forget(K key) {
        entries.invalidate(key);
    }

    private void keep(K key, V value, long stamp, long at) {
        entries.put(key, new Entry<>(value, stamp, at));
    }

    private static boolean isActing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private long stamp(K key) {
        return anything.get() + (community == null ? 0 : moved.get(stripe(community.apply(key))));
    }

    private static int stripe(CommunityId community) {
        return Long.hashCode(community.value()) & (STRIPES - 1);
    }

    void moved(Movement movement) {
        if (!ageing.test(movement)) return;
        if (community == null) anythingMoved();
        else moved.incrementAndGet(stripe(movement.subject().community()));
    }

    void anythingMoved() {
        anything.incrementAndGet();
    }
}
