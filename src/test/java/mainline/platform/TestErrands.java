package mainline.platform;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import javax.sql.DataSource;
import mainline.TestClock;

/** Does in this thread what errands are due by the clock of the test, where nobody else does any. */
public final class TestErrands {
    private static final int TURNS = 50;

    private final DataSource dataSource;
    private final ErrandTasks tasks;
    private final ErrandJson json;
    private final ErrandStore store;
    private final TestClock clock;

    TestErrands(DataSource dataSource, ErrandTasks tasks, ErrandJson json, ErrandStore store, TestClock clock) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.json = json;
        this.store = store;
        this.clock = clock;
    }

    /** Also those that these send in turn. */
    public void run() {
        var process = process();
        for (int turn = 0; turn < TURNS && isDue(); turn++) process.runAnyDueExecutions();
    }

    /** Another process on the database, at the time it is now. */
    ManualScheduler process() {
        var now = new SettableClock();
        now.set(clock.instant());
        var builder = TestHelper.createManualScheduler(dataSource, tasks.all()).clock(now);
        builder.serializer(json);
        builder.enablePriority();
        return builder.build();
    }

    private boolean isDue() {
        return store.waiting(TURNS).stream()
                .anyMatch(each -> each.next() != null && !each.next().isAfter(clock.instant()));
    }
}
