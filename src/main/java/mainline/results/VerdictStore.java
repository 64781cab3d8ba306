package mainline.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Review dates, evaluations and verdicts. */
@Repository
class VerdictStore {
    private static final RowMapper<Verdict> VERDICT = (row, n) -> verdict(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Optional<Instant>> opened;
    private final Kept<Subject, Optional<Verdict>> upon;

    VerdictStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.opened = memory.ofThings(MOST_KNOWN);
        this.upon = memory.ofThings(MOST_KNOWN);
    }

    void review(Subject project, Instant opens) {
        sql.sql("""
                        insert into review (community_id, project_number, opens) values (?, ?, ?)
                        on conflict (community_id, project_number) do update set opens = excluded.opens
                        """)
                .params(project.community().value(), project.number(), Timestamp.from(opens))
                .update();
    }

    /** Projects of any community whose review date has come and whose evaluation is not open yet. */
    List<Subject> ripe(Instant now, int most) {
        return sql.sql("select community_id, project_number from review where opens <= ? order by opens limit ?")
                .params(Timestamp.from(now), most)
                .query((row, n) -> new Subject(new CommunityId(row.getLong(1)), Subject.Kind.PROJECT, row.getLong(2)))
                .list();
    }

    /** Takes the date off the list, so that of several processes one alone opens the evaluation. */
    boolean take(Subject project, Instant now) {
        return sql.sql("delete from review where community_id = ? and project_number = ? and opens <= ?")
                        .params(project.community().value(), project.number(), Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @return false when it is open already */
    boolean open(Subject project, Instant at) {
        return sql.sql(
                                "insert into evaluation (community_id, project_number, opened) values (?, ?, ?) on conflict do nothing")
                        .params(project.community().value(), project.number(), Timestamp.from(at))
                        .update()
                == 1;
    }

    Optional<Instant> opened(Subject project) {
        return opened.get(project, this::readOpened);
    }

    private Optional<Instant> readOpened(Subject project) {
        return sql.sql("select opened from evaluation where community_id = ? and project_number = ?")
                .params(project.community().value(), project.number())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Open evaluations without a verdict, the longest open first. */
    Map<Long, Instant> due(CommunityId community, int most) {
        Map<Long, Instant> due = new LinkedHashMap<>();
        sql.sql("""
                        select e.project_number, e.opened from evaluation e
                        where e.community_id = ? and not exists (
                            select from verdict v
                            where v.community_id = e.community_id and v.project_number = e.project_number)
                        order by e.opened, e.project_number limit ?
                        """).params(community.value(), most).query(row -> {
            due.put(row.getLong(1), row.getTimestamp(2).toInstant());
        });
        return due;
    }

    void add(Verdict verdict) {
        sql.sql("""
                        insert into verdict (community_id, number, project_number, practice_number, person_id, choice,
                            reason, at)
                        values (:community, :number, :project, :practice, :person, :choice, :reason, :at)
                        """)
                .param("community", verdict.subject().community().value())
                .param("number", verdict.subject().number())
                .param("project", verdict.project().number())
                .param(
                        "practice",
                        verdict.practice() == null ? null : verdict.practice().number())
                .param("person", verdict.by().value())
                .param("choice", verdict.choice().name())
                .param("reason", verdict.reason())
                .param("at", Timestamp.from(verdict.at()))
                .update();
    }

    void drafted(Subject verdict, Subject change) {
        sql.sql("update verdict set change_number = ? where community_id = ? and number = ?")
                .params(change.number(), verdict.community().value(), verdict.number())
                .update();
    }

    Optional<Verdict> find(CommunityId community, long number) {
        return sql.sql("select * from verdict where community_id = ? and number = ?")
                .params(community.value(), number)
                .query(VERDICT)
                .optional();
    }

    Optional<Verdict> on(Subject project) {
        return upon.get(project, this::readOn);
    }

    private Optional<Verdict> readOn(Subject project) {
        return sql.sql("select * from verdict where community_id = ? and project_number = ?")
                .params(project.community().value(), project.number())
                .query(VERDICT)
                .optional();
    }

    /** The last verdict on each of these practices that has one. */
    Map<Long, Verdict> last(CommunityId community, Collection<Long> practices) {
        Map<Long, Verdict> last = new HashMap<>();
        sql.sql("""
                        select distinct on (practice_number) * from verdict
                        where community_id = ? and practice_number = any(?)
                        order by practice_number, number desc
                        """)
                .params(community.value(), practices.toArray(Long[]::new))
                .query(VERDICT)
                .list()
                .forEach(verdict ->
                        last.put(Objects.requireNonNull(verdict.practice()).number(), verdict));
        return last;
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        long practice = row.getLong("practice_number");
        long change = row.getLong("change_number");
        return new Verdict(
                new Subject(community, Subject.Kind.VERDICT, row.getLong("number")),
                new Subject(community, Subject.Kind.PROJECT, row.getLong("project_number")),
                practice == 0 ? null : new Subject(community, Subject.Kind.PRACTICE, practice),
                Rows.person(row, "person_id"),
                Verdict.Choice.valueOf(row.getString("choice")),
                row.getString("reason"),
                Rows.instant(row, "at"),
                change == 0 ? null : new Subject(community, Subject.Kind.CHANGE, change));
    }
}
