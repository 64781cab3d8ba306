package mainline.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Places for one kind of work. Whoever asks waits first behind what the same asker began before, then behind others, so that
 * one asker with a hundred wishes is served beside the others, not before them.
 */
final class Lane {
    private final Semaphore all;
    private final int places;
    private final int each;
    private final int waiting;
    private final Map<String, Asker> askers = new ConcurrentHashMap<>();

    /** What one asker has and waits for. */
    private static final class Asker {
        private final Semaphore places;
        private final AtomicInteger here = new AtomicInteger();

        Asker(int each) {
            places = new Semaphore(each, true);
        }
    }

    /**
     * @param each places for one asker
     * @param waiting how many wishes of one asker may wait
     */
    Lane(int places, int each, int waiting) {
        this.places = places;
        this.each = each;
        this.waiting = waiting;
        all = new Semaphore(places, true);
    }

    /** @param who empty for the house itself, which may take every place */
    boolean enter(String who, long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        Asker asker = come(who);
        boolean own = false;
        boolean entered = false;
        try {
            if (asker.here.get() > each(who) + waiting) return false;
            own = asker.places.tryAcquire(nanos, TimeUnit.NANOSECONDS);
            entered = own && all.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            return entered;
        } finally {
            if (!entered) go(who, own);
        }
    }

    void leave(String who) {
        all.release();
        go(who, true);
    }

    private Asker come(String who) {
        return askers.compute(who, (name, known) -> {
            Asker asker = known == null ? new Asker(each(who)) : known;
            asker.here.incrementAndGet();
            return asker;
        });
    }

    private void go(String who, boolean own) {
        askers.computeIfPresent(who, (name, asker) -> {
            if (own) asker.places.release();
            return asker.here.decrementAndGet() == 0 ? null : asker;
        });
    }

    private int each(String who) {
        return who.isEmpty() ? places : each;
    }

    /** Whether at least so many wishes of theirs are being worked on or wait. */
    boolean isAskedBy(String who, int atLeast) {
        Asker asker = askers.get(who);
        return asker != null && asker.here.get() >= atLeast;
    }
}
