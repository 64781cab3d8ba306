package mainline.projects;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import mainline.platform.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskStore {
    private static final String SELECT = """
            select t.*, c.person_id as claimed_by, c.since, f.person_id as finished_by, f.at as finished_at
            from task t
            left join task_claim c on c.community_id = t.community_id and c.task_number = t.number and c.until is null
            left join task_finish f on f.community_id = t.community_id and f.task_number = t.number
            """;
    private static final RowMapper<Task> TASK = (row, n) -> task(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Slice, List<Task>> known;

    TaskStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.known = memory.ofSlices(MOST_KNOWN);
    }

    void add(Task task) {
        sql.sql(
                        "insert into task (community_id, number, project_number, title, person_id, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        task.subject().community().value(),
                        task.subject().number(),
                        task.project().number(),
                        task.title(),
                        task.addedBy().value(),
                        Timestamp.from(task.added()))
                .update();
    }

    Optional<Task> find(CommunityId community, long number) {
        return sql.sql(SELECT + "where t.community_id = ? and t.number = ?")
                .params(community.value(), number)
                .query(TASK)
                .optional();
    }

    void lock(Subject task) {
        sql.sql("select number from task where community_id = ? and number = ? for update")
                .params(task.community().value(), task.number())
                .query(Long.class)
                .optional();
    }

    List<Task> of(Subject project, long after, int most) {
        return known.get(new Slice(project, after, most), slice -> read(slice.of(), slice.from(), slice.most()));
    }

    private List<Task> read(Subject project, long after, int most) {
        return sql.sql(SELECT + """
                        where t.community_id = ? and t.project_number = ? and t.number > ? order by t.number limit ?
                        """)
                .params(project.community().value(), project.number(), after, most)
                .query(TASK)
                .list();
    }

    List<Task> unclaimed(CommunityId community, int most) {
        return sql.sql(SELECT + """
                        where t.community_id = ? and c.person_id is null and f.person_id is null and not exists (
                            select from project_end e
                            where e.community_id = t.community_id and e.project_number = t.project_number)
                        order by t.number desc limit ?
                        """).params(community.value(), most).query(TASK).list();
    }

    void claim(Subject task, PersonId person, Instant since) {
        sql.sql("insert into task_claim (community_id, task_number, person_id, since) values (?, ?, ?, ?)")
                .params(task.community().value(), task.number(), person.value(), Timestamp.from(since))
                .update();
    }

    void release(Subject task, Instant at) {
        sql.sql("update task_claim set until = ? where community_id = ? and task_number = ? and until is null")
                .params(Timestamp.from(at), task.community().value(), task.number())
                .update();
    }

    void finish(Subject task, PersonId person, Instant at) {
        sql.sql("insert into task_finish (community_id, task_number, person_id, at) values (?, ?, ?, ?)")
                .params(task.community().value(), task.number(), person.value(), Timestamp.from(at))
                .update();
    }

    private static Task task(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        return new Task(
                new Subject(community, Subject.Kind.TASK, row.getLong("number")),
                new Subject(community, Subject.Kind.PROJECT, row.getLong("project_number")),
                row.getString("title"),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"),
                state(row));
    }

    private static Task.State state(ResultSet row) throws SQLException {
        Instant finished = Rows.instantOrNull(row, "finished_at");
        if (finished != null) return new Task.Finished(Rows.person(row, "finished_by"), finished);
        Instant since = Rows.instantOrNull(row, "since");
        return since == null ? new Task.Open() : new Task.Claimed(Rows.person(row, "claimed_by"), since);
    }
}
