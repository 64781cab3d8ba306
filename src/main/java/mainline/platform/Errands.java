package mainline.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * Late work: stored with the act it belongs to, done after that act is committed by one process of those on the database,
 * and tried again with growing waits until it is done or given up.
 */
@Component
public class Errands {
    private final ErrandTasks tasks;
    private final ErrandStore store;
    private final ErrandJson json;
    private final Jobs jobs;
    private final Clock clock;
    private final Supplier<SchedulerClient> client;

    Errands(ErrandTasks tasks, ErrandStore store, ErrandJson json, Jobs jobs, DataSource dataSource, Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.json = json;
        this.jobs = jobs;
        this.clock = clock;
        // Made when it is first needed: whoever does errands may send some.
        this.client = SingletonSupplier.of(
                () -> SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource), tasks.all())
                        .serializer(json)
                        .enablePriority()
                        .build());
    }

    /** Stores the errand in the caller's transaction: it is done if that is committed, and never otherwise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <P extends Record> void send(Errand<P> errand, P payload) {
        send(errand, UUID.randomUUID().toString(), payload);
    }

    /** The same for an errand that is there only once under that id: one that waits is done now, with this payload. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <P extends Record> void send(Errand<P> errand, String id, P payload) {
        if (!tasks.knows(errand)) throw unknown(errand);
        try {
            client.get()
                    .schedule(instance(errand, id, payload), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            return; // It is being done at this moment.
        }
        wakeAfterwards();
    }

    /** The same for many by their ids, under which none waits yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <P extends Record> void send(Errand<P> errand, Map<String, P> payloads) {
        if (!tasks.knows(errand)) throw unknown(errand);
        List<TaskInstance<?>> instances = new ArrayList<>();
        payloads.forEach((id, payload) -> instances.add(instance(errand, id, payload)));
        client.get().scheduleBatch(instances, clock.instant());
        wakeAfterwards();
    }

    private static <P extends Record> TaskInstance<P> instance(Errand<P> errand, String id, P payload) {
        return new TaskInstance<>(errand.task(), id, () -> payload, Priority.LOW);
    }

    private static IllegalArgumentException unknown(Errand<?> errand) {
        return new IllegalArgumentException("Nobody does the errand " + errand.name());
    }

    /** Does what waits under that name in this thread and the caller's transaction: for a story that is told in one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void doNow(String name) {
        List<byte[]> taken = store.takeAll(Errand.PREFIX + name);
        while (!taken.isEmpty()) {
            for (byte[] payload : taken) tasks.run(name, payload, json);
            taken = store.takeAll(Errand.PREFIX + name);
        }
    }

    /** The errands that are not done, those in trouble first. */
    @Transactional(readOnly = true)
    public List<WaitingErrand> waiting(int most) {
        return store.waiting(most);
    }

    /** How many wait to be done. */
    @Transactional(readOnly = true)
    public long waiting() {
        return store.count();
    }

    /** How many were tried in vain, those that were given up among them. */
    @Transactional(readOnly = true)
    public long failing() {
        return store.countFailing();
    }

    /** What made it fail is mended: an errand that was given up is tried as if it were new. */
    @Transactional
    public void again(String name, String id) {
        if (store.again(Errand.PREFIX + name, id, Priority.LOW, clock.instant())) wakeAfterwards();
    }

    /** What held these up is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeUp(Errand<?> errand) {
        store.takeUp(errand.task(), clock.instant());
        wakeAfterwards();
    }

    private void wakeAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                jobs.wake();
            }
        });
    }
}
