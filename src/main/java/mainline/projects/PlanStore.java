package mainline.projects;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlanStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Optional<Plan>> current;

    PlanStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.current = memory.ofThings(MOST_KNOWN);
    }

    Optional<Plan> current(Subject project) {
        return current.get(project, this::readCurrent);
    }

    private Optional<Plan> readCurrent(Subject project) {
        return sql.sql("""
                        select * from project_plan where community_id = ? and project_number = ?
                        order by version desc limit 1
                        """)
                .params(project.community().value(), project.number())
                .query((row, n) -> new Plan(
                        row.getInt("version"),
                        row.getDate("review").toLocalDate(),
                        measures(project, row.getInt("version")),
                        row.getString("why"),
                        Rows.person(row, "person_id"),
                        Rows.instant(row, "at")))
                .optional();
    }

    private List<Measure> measures(Subject project, int version) {
        return sql.sql("""
                        select * from measure where community_id = ? and project_number = ? and version = ?
                        order by place
                        """)
                .params(project.community().value(), project.number(), version)
                .query((row, n) -> new Measure(
                        row.getString("what"),
                        row.getString("how"),
                        row.getString("baseline"),
                        row.getString("target")))
                .list();
    }

    void add(Subject project, Plan plan) {
        sql.sql("""
                        insert into project_plan (community_id, project_number, version, review, why, person_id, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        project.community().value(),
                        project.number(),
                        plan.version(),
                        Date.valueOf(plan.review()),
                        plan.why(),
                        plan.by().value(),
                        Timestamp.from(plan.at()))
                .update();
        for (int place = 0; place < plan.measures().size(); place++)
            add(project, plan.version(), place, plan.measures().get(place));
    }

    private void add(Subject project, int version, int place, Measure measure) {
        sql.sql("""
                        insert into measure (community_id, project_number, version, place, what, how, baseline, target)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        project.community().value(),
                        project.number(),
                        version,
                        place,
                        measure.what(),
                        measure.how(),
                        measure.baseline(),
                        measure.target())
                .update();
    }
}
