package mainline.record;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mainline.kernel.CommunityId;
import mainline.platform.Job;
import mainline.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the trees up with the record: at once after an act of this process, within a second after one of another. Any
 * number of processes may do so; of those one at a time works on a log.
 */
@Component
class Appender {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** When much happens, entries are gathered for that long, and no more checkpoints are signed. */
    private static final Duration GATHER = Duration.ofMillis(500);

    private final Log log;
    private final LogStore store;
    private final Settings settings;
    private final Semaphore acts = new Semaphore(0);
    private @Nullable Thread thread;

    Appender(Log log, LogStore store, Settings settings) {
        this.log = log;
        this.store = store;
        this.settings = settings;
    }

    /** Everything that waits, in every community. */
    void appendAll() {
        for (CommunityId community : store.waiting()) {
            long start = System.nanoTime();
            int count = log.append(community);
            LOG.debug("{} entries of {} logged in {} ms", count, community, (System.nanoTime() - start) / 1_000_000);
            while (count == Log.TOGETHER) count = log.append(community);
        }
    }

    @EventListener
    void recorded(Recorded recorded) {
        if (thread == null) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                acts.release();
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.serving() && settings.jobs())
            thread = Thread.ofVirtual().name("record").start(this::keepUp);
    }

    private void keepUp() {
        try {
            while (true) {
                if (acts.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) acts.drainPermits();
                try {
                    appendAll();
                } catch (RuntimeException e) {
                    LOG.warn("The record's log could not be continued; it is tried again", e);
                }
                Thread.sleep(GATHER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        if (thread == null) return;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    /** The same by the clock, should the thread above have died. */
    @Bean
    static Job appendRecord(Appender appender) {
        return new Job("append-record", Duration.ofMinutes(1), appender::appendAll);
    }
}
