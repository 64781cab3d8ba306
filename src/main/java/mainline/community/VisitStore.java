package mainline.community;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitStore {
    /**
     * @param earlier when the visit before this one ended; null on the first
     * @param seen when the member was last here
     */
    record Visit(@Nullable Instant earlier, Instant seen) {}

    private final JdbcClient sql;

    VisitStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Visit> find(Member member) {
        return sql.sql("select earlier, seen from member_visit where community_id = ? and person_id = ?")
                .params(member.community().value(), member.person().value())
                .query((row, n) -> new Visit(
                        row.getTimestamp("earlier") == null ? null : Rows.instant(row, "earlier"),
                        Rows.instant(row, "seen")))
                .optional();
    }

    void keep(Member member, Visit visit) {
        sql.sql("""
                        insert into member_visit (community_id, person_id, earlier, seen)
                        values (:community, :person, :earlier, :seen)
                        on conflict (community_id, person_id) do update
                            set earlier = excluded.earlier, seen = excluded.seen
                            where member_visit.seen < excluded.seen
                        """)
                .param("community", member.community().value())
                .param("person", member.person().value())
                .param("earlier", visit.earlier() == null ? null : Timestamp.from(visit.earlier()))
                .param("seen", Timestamp.from(visit.seen()))
                .update();
    }
}
