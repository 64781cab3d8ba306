package mainline.mission;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MissionStore {
    private final JdbcClient sql;

    MissionStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<MissionText> current(CommunityId community) {
        return sql.sql("select max(version) from mission_version where community_id = ?")
                .param(community.value())
                .query(Integer.class)
                .optional()
                .flatMap(version -> version(community, version));
    }

    Optional<MissionText> version(CommunityId community, int version) {
        List<Clause> clauses = sql.sql("""
                        select number, text from mission_clause where community_id = ? and version = ? order by number
                        """)
                .params(community.value(), version)
                .query((row, n) -> new Clause(row.getInt("number"), row.getString("text")))
                .list();
        return sql.sql("select * from mission_version where community_id = ? and version = ?")
                .params(community.value(), version)
                .query((row, n) -> new MissionText(
                        version,
                        row.getString("statement"),
                        clauses,
                        row.getTimestamp("published_at").toInstant(),
                        new PersonId(row.getLong("person_id"))))
                .optional();
    }

    /** @return false when somebody else has just published that version */
    boolean add(CommunityId community, MissionText text) {
        int added = sql.sql("""
                        insert into mission_version (community_id, version, statement, published_at, person_id)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        community.value(),
                        text.version(),
                        text.statement(),
                        Timestamp.from(text.published()),
                        text.by().value())
                .update();
        if (added == 0) return false;
        for (Clause clause : text.clauses())
            sql.sql("insert into mission_clause (community_id, version, number, text) values (?, ?, ?, ?)")
                    .params(community.value(), text.version(), clause.number(), clause.text())
                    .update();
        return true;
    }

    /** The highest clause number ever given out, so that none is used twice. */
    int lastClause(CommunityId community) {
        return sql.sql("select coalesce(max(number), 0) from mission_clause where community_id = ?")
                .param(community.value())
                .query(Integer.class)
                .single();
    }
}
