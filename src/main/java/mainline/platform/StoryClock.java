package mainline.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The real time, except for a thread that tells a story of the past: for it the clock stands where the story is. Only
 * the demo tells stories.
 */
public final class StoryClock extends Clock {
    private final Clock real;
    private final ZoneId zone;
    private final ThreadLocal<@Nullable Instant> told;

    StoryClock() {
        this(Clock.systemUTC(), ZoneOffset.UTC, new ThreadLocal<>());
    }

    private StoryClock(Clock real, ZoneId zone, ThreadLocal<@Nullable Instant> told) {
        this.real = real;
        this.zone = zone;
        this.told = told;
    }

    /** Puts this thread's clock to that moment; null ends the story. */
    public void tell(@Nullable Instant moment) {
        told.set(moment);
    }

    @Override
    public Instant instant() {
        Instant moment = told.get();
        return moment == null ? real.instant() : moment;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new StoryClock(real, other, told);
    }
}
