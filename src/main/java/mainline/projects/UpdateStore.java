package mainline.projects;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UpdateStore {
    private final JdbcClient sql;

    UpdateStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Subject project, PersonId author, String text, Instant at) {
        sql.sql("insert into project_update (community_id, project_number, person_id, text, at) values (?, ?, ?, ?, ?)")
                .params(project.community().value(), project.number(), author.value(), text, Timestamp.from(at))
                .update();
    }

    /** Newest first. */
    List<ProjectUpdate> of(Subject project, long before, int most) {
        return sql.sql("""
                        select * from project_update where community_id = ? and project_number = ? and id < ?
                        order by id desc limit ?
                        """)
                .params(project.community().value(), project.number(), before, most)
                .query((row, n) -> new ProjectUpdate(
                        row.getLong("id"),
                        Rows.person(row, "person_id"),
                        row.getString("text"),
                        Rows.instant(row, "at")))
                .list();
    }
}
