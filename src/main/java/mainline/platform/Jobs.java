package mainline.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs every {@link Job} when its time has come, once the application is up. */
@Component
public class Jobs {
    private static final int THREADS = 3;

    private final ObjectProvider<Job> jobs;
    private final DataSource dataSource;
    private final Settings settings;
    private @Nullable Scheduler scheduler;

    Jobs(ObjectProvider<Job> jobs, DataSource dataSource, Settings settings) {
        this.jobs = jobs;
        this.dataSource = dataSource;
        this.settings = settings;
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
                        .execute((instance, context) -> job.work().run()))
                .toList();
        var started = Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(10))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .failureLogging(LogLevel.WARN, true)
                .build();
        started.start();
        scheduler = started;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (scheduler != null) scheduler.stop();
        scheduler = null;
    }
}
