package mainline.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The disk that the data folder lies on, and whether something could not be written for want of room lately. */
@Component
public class Disk {
    /** Something could not be written; told once, until an hour has passed without. */
    public record Full() {}

    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);
    private static final Duration LATELY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ofHours(1);
    private static final long LITTLE = 16L << 20;

    private final DataFolder folder;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private Instant failed = Instant.MIN;
    private Instant logged = Instant.MIN;

    Disk(DataFolder folder, Clock clock, ApplicationEventPublisher events) {
        this.folder = folder;
        this.clock = clock;
        this.events = events;
    }

    /** Something could not be written. It is logged once a minute at most. */
    public synchronized void wasFull() {
        var now = clock.instant();
        boolean first = failed.isBefore(now.minus(OVER));
        failed = now;
        if (logged.isBefore(now.minus(BETWEEN_LINES))) {
            logged = now;
            LOG.error(
                    "There is no room left on the disk ({} MB free in {}); nothing can be stored until there is",
                    freeMegabytes(),
                    folder.path());
        }
        if (first) events.publishEvent(new Full());
    }

    public synchronized boolean isFull() {
        return failed.isAfter(clock.instant().minus(LATELY)) || free() < LITTLE;
    }

    public long freeMegabytes() {
        return free() >> 20;
    }

    private long free() {
        try {
            return Files.getFileStore(folder.path()).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
