package mainline.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What went wrong with errands, beside the table of db-scheduler in which they wait. */
@Repository
class ErrandStore {
    private final JdbcClient db;

    ErrandStore(JdbcClient db) {
        this.db = db;
    }

    void failed(String task, String id, int attempts, String error, Instant at) {
        db.sql("""
                        insert into errand_failure (task_name, task_instance, attempts, error, at)
                        values (:task, :id, :attempts, :error, :at)
                        on conflict (task_name, task_instance) do update
                        set attempts = :attempts, error = :error, at = :at, given_up = null, task_data = null
                        """)
                .param("task", task)
                .param("id", id)
                .param("attempts", attempts)
                .param("error", error)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Keeps the payload as it was written, readable or not. */
    void giveUp(String task, String id, int attempts, String error, Instant at) {
        db.sql("""
                        insert into errand_failure (task_name, task_instance, attempts, error, at, given_up, task_data)
                        select task_name, task_instance, :attempts, :error, :at, :at, task_data
                        from scheduled_tasks where task_name = :task and task_instance = :id
                        on conflict (task_name, task_instance) do update
                        set attempts = excluded.attempts, error = excluded.error, at = excluded.at,
                            given_up = excluded.given_up, task_data = excluded.task_data
                        """)
                .param("task", task)
                .param("id", id)
                .param("attempts", attempts)
                .param("error", error)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Lets it wait as it was before it was taken, without an attempt more. */
    void putBack(String task, String id, long version, Instant until) {
        db.sql("""
                        update scheduled_tasks
                        set execution_time = :until, picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where task_name = :task and task_instance = :id and version = :version
                        """)
                .param("until", Timestamp.from(until))
                .param("task", task)
                .param("id", id)
                .param("version", version)
                .update();
    }

    /** What waits for a later time without ever having failed is due now. */
    void takeUp(String task, Instant now) {
        db.sql("""
                        update scheduled_tasks set execution_time = :now, version = version + 1
                        where task_name = :task and not picked and coalesce(consecutive_failures, 0) = 0
                        and execution_time > :now
                        """).param("task", task).param("now", Timestamp.from(now)).update();
    }

    /** Takes those away that nobody is at. @return their payloads, the first sent first */
    List<byte[]> takeAll(String task) {
        return db.sql("""
                        with taken as (
                            delete from scheduled_tasks where task_name = ? and not picked returning execution_time, task_data)
                        select task_data from taken order by execution_time
                        """).param(task).query(byte[].class).list();
    }

    void forget(String task, String id) {
        db.sql("delete from errand_failure where task_name = ? and task_instance = ?")
                .params(task, id)
                .update();
    }

    void forgetGivenUp(Instant before) {
        db.sql("delete from errand_failure where given_up < ?")
                .param(Timestamp.from(before))
                .update();
    }

    /** @return whether it was given up, and now waits as if it were new */
    boolean again(String task, String id, int priority, Instant now) {
        return db.sql("""
                        with taken as (
                            delete from errand_failure
                            where task_name = :task and task_instance = :id and given_up is not null
                            returning task_name, task_instance, task_data)
                        insert into scheduled_tasks
                            (task_name, task_instance, task_data, execution_time, picked, version, priority)
                        select task_name, task_instance, task_data, :now, false, 1, :priority from taken
                        on conflict do nothing
                        """)
                        .param("task", task)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("priority", priority)
                        .update()
                == 1;
    }

    /** What was given up, then what has failed, then the rest as it comes. */
    List<WaitingErrand> waiting(int most) {
        return db.sql("""
                        select * from (
                            select task_name, task_instance, attempts, error, null as next
                            from errand_failure where given_up is not null
                            union all
                            select t.task_name, t.task_instance, coalesce(t.consecutive_failures, 0), f.error, t.execution_time
                            from scheduled_tasks t left join errand_failure f using (task_name, task_instance)
                            where starts_with(t.task_name, :prefix)) as errands
                        order by next is not null, error is null, next, task_name, task_instance limit :most
                        """)
                .param("prefix", Errand.PREFIX)
                .param("most", most)
                .query(ErrandStore::read)
                .list();
    }

    /** How many wait to be done. */
    long count() {
        return db.sql("select count(*) from scheduled_tasks where starts_with(task_name, ?)")
                .param(Errand.PREFIX)
                .query(Long.class)
                .single();
    }

    /** How many were tried in vain, those that were given up among them. */
    long countFailing() {
        return db.sql("select count(*) from errand_failure").query(Long.class).single();
    }

    private static WaitingErrand read(ResultSet row, int number) throws SQLException {
        Instant next = Rows.instantOrNull(row, "next");
        return new WaitingErrand(
                row.getString("task_name").substring(Errand.PREFIX.length()),
                row.getString("task_instance"),
                row.getInt("attempts"),
                row.getString("error"),
                next == null ? null : next);
    }
}
