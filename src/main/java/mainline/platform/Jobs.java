package mainline.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs every {@link Job} when its time has come and every {@link Errand} that was sent, once the application is up. */
@Component
public class Jobs {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final int THREADS = 6;
    /** What a process was at that says nothing for four of these is begun again by another. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(1);

    private final ObjectProvider<Job> jobs;
    private final ErrandTasks errands;
    private final ErrandJson json;
    private final DataSource dataSource;
    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    Jobs(
            ObjectProvider<Job> jobs,
            ErrandTasks errands,
            ErrandJson json,
            DataSource dataSource,
            Settings settings,
            Clock clock) {
        this.jobs = jobs;
        this.errands = errands;
        this.json = json;
        this.dataSource = dataSource;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does the work of one job now, in this thread, whether it is due or not. */
    public void run(String name) {
        jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no job " + name))
                .work()
                .run();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!settings.serving() || !settings.jobs()) return;
        var tasks = jobs.stream()
                .map(job -> Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                        .execute((instance, context) -> work(job)))
                .toList();
        var started = Scheduler.create(dataSource, errands.all())
                .startTasks(tasks)
                .serializer(json)
                .clock(clock::instant)
                .threads(THREADS)
                .enablePriority()
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .pollingInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(5))
                // What went wrong is told here and with each errand.
                .failureLogging(LogLevel.OFF, false)
                .build();
        started.start();
        scheduler = started;
    }

    private static void work(Job job) {
        try {
            job.work().run();
        } catch (RuntimeException | Error e) {
            log.warn("The job {} failed and is tried again: {}", job.name(), e.getMessage(), e);
            throw e;
        }
    }

    /** An errand was sent: it need not wait until somebody looks again. */
    void wake() {
        var running = scheduler;
        if (running != null) running.triggerCheckForDueExecutions();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) running.stop();
    }
}
