package mainline.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
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
    private static final int THREADS_OF_SLOW = 4;
    /** What a process was at that was silent for so many heartbeats is begun again by another. */
    private static final int SILENT = 4;

    private static final Duration LOOKING = Duration.ofSeconds(10);

    private final ObjectProvider<Job> jobs;
    private final ErrandTasks errands;
    private final ErrandJson json;
    private final DataSource dataSource;
    private final Settings settings;
    private final Clock clock;
    /** One for what is quick, and one beside it for what waits for other servers. */
    private volatile List<Scheduler> running = List.of();

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
        var timed = jobs.stream()
                .map(job -> Tasks.recurring(job.name(), FixedDelay.of(job.every()))
                        .execute((instance, context) -> work(job)))
                .toList();
        running = List.of(
                scheduler(errands.all(false), THREADS).startTasks(timed).build(),
                scheduler(errands.all(true), THREADS_OF_SLOW).build());
        running.forEach(Scheduler::start);
    }

    private SchedulerBuilder scheduler(List<Task<?>> known, int threads) {
        var heartbeat = settings.heartbeat().length();
        return Scheduler.create(dataSource, known)
                .serializer(json)
                .clock(clock::instant)
                .threads(threads)
                .enablePriority()
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(SILENT)
                .pollingInterval(heartbeat.compareTo(LOOKING) < 0 ? heartbeat : LOOKING)
                .shutdownMaxWait(Duration.ofSeconds(5))
                // What the other one knows is not to be thrown away.
                .deleteUnresolvedAfter(Duration.ofDays(36_500))
                // What went wrong is told here and with each errand.
                .failureLogging(LogLevel.OFF, false);
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
        running.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        var stopping = running;
        running = List.of();
        // At once: each waits a while for what it is at.
        var threads = stopping.stream()
                .map(each -> Thread.ofVirtual().start(each::stop))
                .toList();
        for (var thread : threads) join(thread);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
