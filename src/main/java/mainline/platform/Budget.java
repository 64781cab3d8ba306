package mainline.platform;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mainline.kernel.Burden;
import org.springframework.stereotype.Component;

/**
 * What the house does at once, so that no one takes it down: places for each kind of work, a quarter of the heap for what
 * such work takes, and an eighth for what was sent and what is being sent. A larger heap makes all of it larger.
 */
@Component
public class Budget {
    private static final int MEGABYTE = 1 << 20;
    private static final int KILOBYTE = 1 << 10;
    private static final int HEAP = (int) (Runtime.getRuntime().maxMemory() / MEGABYTE);

    /** Times the usual heap; a smaller one has the places of the usual, or there would be none of some. */
    private static final int SIZE = Math.max(1, HEAP / 450);

    /** More pages at once than processors only make each of them later. */
    private static final int CORES = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** In which one person has pages open in front of them, on all devices. */
    private static final int TABS = 12;

    private final Map<Burden.Kind, Share> shares = new EnumMap<>(Burden.Kind.class);
    private final Semaphore megabytes = new Semaphore(HEAP / 4, true);
    private final Hold sent = new Hold(HEAP / 8 * KILOBYTE);
    private final ThreadLocal<Asker> asking = ThreadLocal.withInitial(() -> Asker.HOUSE);

    /**
     * Who asks.
     *
     * @param name the network of an onlooker, the number of whoever is signed in; empty for the house itself
     */
    public record Asker(String name, boolean isSignedIn) {
        static final Asker HOUSE = new Asker("", true);
    }

    /** A place, or some memory, until it is given back. */
    public interface Place extends AutoCloseable {
        Place NONE = () -> {};

        @Override
        void close();
    }

    /** @param members whoever is signed in waits behind others of these alone; the same as the lane of all, for most kinds */
    private record Share(Lane lane, Lane members, int megabytes, Duration patience) {
        Lane laneOf(Asker asker) {
            return asker.isSignedIn() ? members : lane;
        }
    }

    Budget() {
        share(Burden.Kind.REFUSING, new Lane(2 * CORES, CORES, 20), 0, 2);
        share(Burden.Kind.PAGE, new Lane(2 * CORES, CORES, 200), new Lane(4 * CORES, 2 * CORES, 100), 0, 10);
        share(Burden.Kind.RENDERING, new Lane(2 * SIZE, SIZE, 4), 24, 5);
        share(Burden.Kind.COMPARING, new Lane(3 * SIZE, 2 * SIZE, 40), 24, 10);
        share(Burden.Kind.SEARCHING, new Lane(3 * SIZE, SIZE, 20), 4, 10);
        share(Burden.Kind.FETCHING, new Lane(4 * SIZE, 2 * SIZE, 60), 16, 120);
        share(Burden.Kind.RECEIVING, new Lane(20 * SIZE, 4 * SIZE, 4), 0, 60);
        share(Burden.Kind.PUSHING, new Lane(2 * SIZE, SIZE, 20), 32, 120);
        share(Burden.Kind.PICTURE, new Lane(1, 1, 10), 100, 60);
        share(Burden.Kind.EXPORTING, new Lane(3 * SIZE, SIZE, 10), 8, 30);
        share(Burden.Kind.PASSWORD, new Lane(3 * SIZE, 2 * SIZE, 200), 20, 20);
        // Each keeps a connection and 165 kilobytes of buffers: a tenth of the heap for all.
        share(Burden.Kind.LISTENING, new Lane(HEAP / 8, HEAP / 32, 0), new Lane(HEAP / 2, TABS, 0), 0, 0);
    }

    private void share(Burden.Kind kind, Lane lane, int megabytes, int seconds) {
        share(kind, lane, lane, megabytes, seconds);
    }

    private void share(Burden.Kind kind, Lane lane, Lane members, int megabytes, int seconds) {
        shares.put(kind, new Share(lane, members, Math.min(megabytes, HEAP / 4), Duration.ofSeconds(seconds)));
    }

    /** From now on this thread works for them, until it is told otherwise. */
    public void workFor(Asker asker) {
        asking.set(asker);
    }

    public void workForNobody() {
        asking.remove();
    }

    /**
     * A place for this kind of work, as soon as there is one.
     *
     * @throws Busy when there is none for long
     */
    public Place place(Burden.Kind kind) {
        return place(kind, asking.get());
    }

    /** The same for somebody for whom nothing is done yet. */
    public Place place(Burden.Kind kind, Asker asker) {
        Share share = shares.get(kind);
        if (share == null) return Place.NONE;
        Lane lane = share.laneOf(asker);
        String name = asker.name();
        long nanos = share.patience().toNanos();
        try {
            if (!lane.enter(name, nanos)) throw new Busy(kind + " for " + name);
            boolean roomy = false;
            try {
                roomy = share.megabytes() == 0 || megabytes.tryAcquire(share.megabytes(), nanos, TimeUnit.NANOSECONDS);
            } finally {
                if (!roomy) lane.leave(name);
            }
            if (!roomy) throw new Busy("memory for " + kind);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Busy("stopping");
        }
        return new Taken(() -> {
            megabytes.release(share.megabytes());
            lane.leave(name);
        });
    }

    /**
     * Memory for what somebody sends, or waits to be sent.
     *
     * @throws Busy when others have it
     */
    public Place hold(String asker, long bytes) {
        int kilobytes = Math.toIntExact((bytes + KILOBYTE - 1) / KILOBYTE);
        if (!sent.take(asker, kilobytes)) throw new Busy("memory for " + asker);
        return new Taken(() -> sent.giveBack(asker, kilobytes));
    }

    /** Given back once, however often that is said. */
    private static final class Taken implements Place {
        private Runnable giveBack;

        Taken(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        @Override
        public void close() {
            Runnable once = giveBack;
            giveBack = () -> {};
            once.run();
        }
    }
}
