package mainline.projects;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import mainline.platform.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UpdateStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Slice, List<ProjectUpdate>> known;

    UpdateStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.known = memory.ofSlices(MOST_KNOWN);
    }

    void add(Subject project, PersonId author, String text, Instant at) {
        sql.sql("insert into project_update (community_id, project_number, person_id, text, at) values (?, ?, ?, ?, ?)")
                .params(project.community().value(), project.number(), author.value(), text, Timestamp.from(at))
                .update();
    }

    /** Newest first. */
    List<ProjectUpdate> of(Subject project, long before, int most) {
        return known.get(new Slice(project, before, most), slice -> read(slice.of(), slice.from(), slice.most()));
    }

    private List<ProjectUpdate> read(Subject project, long before, int most) {
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
