package mainline.notices;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mainline.platform.TestDatabase;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills whichever process is at something, exactly there: a lock holds up the statement that it comes to next. A process
 * that was killed is started again at once.
 */
final class Killing {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String database;
    private final JdbcClient db;
    private final List<Worker> workers;
    private int times;

    Killing(String database, JdbcClient db, List<Worker> workers) {
        this.database = database;
        this.db = db;
        this.workers = workers;
    }

    int times() {
        return times;
    }

    /** In the middle of the transaction that tells a portion. */
    void atWhatTells() throws Exception {
        try (Connection table = holding("lock table notice in share row exclusive mode")) {
            kill(heldUp("insert into notice ", PATIENCE).orElseThrow());
        }
    }

    /** When a portion of the roll is told, and the process has not yet said that this is done. */
    void afterTelling() throws Exception {
        try (Connection table = holding("lock table notice in share row exclusive mode")) {
            heldUp("insert into notice ", PATIENCE).orElseThrow();
            try (Connection errand = holding("""
                    select from scheduled_tasks
                    where task_name = 'errand.notices' and position('decision.told' in task_instance) > 0 and picked
                    for update
                    """)) {
                table.rollback();
                kill(heldUp("delete from scheduled_tasks", PATIENCE).orElseThrow());
            }
        }
    }

    /** In the middle of the transaction that writes letters, once there are some to write. */
    void atWhatWritesLetters(Runnable cause) throws Exception {
        try (Connection table = holding("lock table outgoing_mail in share row exclusive mode")) {
            cause.run();
            kill(heldUp("insert into outgoing_mail", PATIENCE).orElseThrow());
        }
    }

    /** When the mail server has taken letters that are not yet removed here. */
    void afterSending() {
        await().atMost(PATIENCE).until(() -> {
            waitNoLonger();
            try (Connection taken = holding("""
                    select from outgoing_mail where next_attempt > now() + interval '4 minutes' for update skip locked
                    """)) {
                Optional<String> one = heldUp("delete from outgoing_mail", SOON);
                if (one.isPresent()) kill(one.get());
                return one.isPresent();
            }
        });
    }

    /** What failed since its process was killed is not left waiting, as if that time were over. */
    void waitNoLonger() {
        tellNow();
        db.sql("""
                with late as (
                    update scheduled_tasks set execution_time = now(), version = version + 1
                    where task_name = 'errand.mail' and not picked and execution_time > now()
                    returning task_instance)
                update outgoing_mail set next_attempt = now() where id::text in (select task_instance from late)
                """).update();
    }

    private void tellNow() {
        db.sql("""
                update scheduled_tasks set execution_time = now(), version = version + 1
                where task_name = 'errand.notices' and not picked and execution_time > now()
                """).update();
    }

    private Connection holding(String lock) throws SQLException {
        Connection connection = DriverManager.getConnection(database, TestDatabase.username(), TestDatabase.password());
        connection.setAutoCommit(false);
        connection.createStatement().execute(lock);
        return connection;
    }

    /** @return the name of a process that waits for a lock with such a statement */
    private Optional<String> heldUp(String statement, Duration patience) {
        try {
            return Optional.of(await().atMost(patience)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> find(statement), Optional::isPresent)
                    .orElseThrow());
        } catch (ConditionTimeoutException nobody) {
            return Optional.empty();
        }
    }

    private Optional<String> find(String statement) {
        tellNow();
        return db.sql("""
                        select application_name from pg_stat_activity where datname = current_database()
                            and wait_event_type = 'Lock' and position(? in query) > 0 limit 1
                        """).param(statement).query(String.class).optional();
    }

    private void kill(String name) throws Exception {
        Worker worker = workers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        worker.kill();
        // The database would notice it only when it answers, and do the statement that it has read.
        db.sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?")
                .param(name)
                .query(Boolean.class)
                .list();
        times++;
        worker.start();
    }
}
