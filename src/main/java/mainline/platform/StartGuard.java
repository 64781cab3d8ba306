package mainline.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * When the process is told to stop while its database starts, it does not end before the database has stopped again.
 * Once the application runs, it stops the database itself, after the last request; this only waits for that.
 */
final class StartGuard {
    private static final Duration ORDERLY = Duration.ofSeconds(25);

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile @Nullable EmbeddedPostgres postgres;

    StartGuard() {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "database start"));
        } catch (IllegalStateException e) {
            throw new Refusal("Stopped.", e);
        }
    }

    void follow(EmbeddedPostgres started) {
        postgres = started;
    }

    void done() {
        done.countDown();
    }

    private void stop() {
        try {
            done.await();
            var started = postgres;
            if (started != null && !started.isStoppedWithin(ORDERLY)) started.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
