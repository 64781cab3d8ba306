package mainline.mission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SupersessionStore {
    private final JdbcClient sql;

    SupersessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param kinds of things that may cite them */
    void add(CommunityId community, int version, Collection<Integer> clauses, List<String> kinds, Instant at) {
        Integer[] numbers = clauses.toArray(Integer[]::new);
        sql.sql("insert into clause_change (community_id, clause, version, at) select ?, unnest(?::int[]), ?, ?")
                .params(community.value(), numbers, version, Timestamp.from(at))
                .update();
        sql.sql("""
                        insert into clause_change_untold (community_id, clause, version, kind)
                        select ?, clause, ?, kind from unnest(?::int[]) as clause, unnest(?::text[]) as kind
                        """)
                .params(community.value(), version, numbers, kinds.toArray(String[]::new))
                .update();
    }

    List<Supersession.Change> latest(CommunityId community) {
        return sql.sql("""
                        select clause, max(version) as version from clause_change where community_id = ?
                        group by clause order by max(version) desc, clause
                        """)
                .param(community.value())
                .query((row, n) -> new Supersession.Change(row.getInt("clause"), row.getInt("version")))
                .list();
    }

    /** The next whose authors must be told, held so that nobody else tells them too. */
    Optional<Untold> nextUntold() {
        return sql.sql("""
                        select * from clause_change_untold order by community_id, version, clause, kind
                        limit 1 for update skip locked
                        """)
                .query((row, n) -> new Untold(
                        Rows.community(row),
                        new Supersession.Change(row.getInt("clause"), row.getInt("version")),
                        Subject.Kind.valueOf(row.getString("kind")),
                        row.getLong("after")))
                .optional();
    }

    void toldUpTo(Untold untold, long number) {
        sql.sql("""
                        update clause_change_untold set after = ?
                        where community_id = ? and clause = ? and version = ? and kind = ?
                        """)
                .params(
                        number,
                        untold.community().value(),
                        untold.change().clause(),
                        untold.change().version(),
                        untold.kind().name())
                .update();
    }

    void told(Untold untold) {
        sql.sql("""
                        delete from clause_change_untold
                        where community_id = ? and clause = ? and version = ? and kind = ?
                        """)
                .params(
                        untold.community().value(),
                        untold.change().clause(),
                        untold.change().version(),
                        untold.kind().name())
                .update();
    }

    record Untold(CommunityId community, Supersession.Change change, Subject.Kind kind, long after) {}
}
