package mainline.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ForkStore {
    private final JdbcClient sql;

    ForkStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Fork fork) {
        sql.sql("""
                        insert into fork (community_id, origin_id, begun, own, edition, origin_commit, person_id, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        fork.community().value(),
                        fork.origin().value(),
                        fork.begun().name(),
                        fork.own().name(),
                        fork.edition(),
                        fork.common().name(),
                        fork.by().value(),
                        Timestamp.from(fork.at()))
                .update();
    }

    Optional<Fork> find(CommunityId community) {
        return sql.sql("select * from fork where community_id = ?")
                .param(community.value())
                .query((row, n) -> fork(row))
                .optional();
    }

    /** The newest first. */
    List<Fork> of(CommunityId origin, int most) {
        return sql.sql("select * from fork where origin_id = ? order by community_id desc limit ?")
                .params(origin.value(), most)
                .query((row, n) -> fork(row))
                .list();
    }

    private static Fork fork(ResultSet row) throws SQLException {
        return new Fork(
                Rows.community(row),
                new CommunityId(row.getLong("origin_id")),
                ObjectId.fromString(row.getString("begun")),
                ObjectId.fromString(row.getString("own")),
                row.getString("edition"),
                ObjectId.fromString(row.getString("origin_commit")),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"));
    }

    void addUpdate(Subject change, ObjectId upto) {
        sql.sql("insert into fork_update (community_id, number, origin_commit) values (?, ?, ?)")
                .params(change.community().value(), change.number(), upto.name())
                .update();
    }

    /** The number of the last change that brings in what the origin merged. */
    Optional<Long> lastUpdate(CommunityId community) {
        return sql.sql("select number from fork_update where community_id = ? order by number desc limit 1")
                .param(community.value())
                .query(Long.class)
                .optional();
    }

    /** Such a change was merged: from now on the origin's commit is here too. */
    void broughtIn(Subject change) {
        sql.sql("""
                        update fork f set origin_commit = u.origin_commit from fork_update u
                        where f.community_id = ? and u.community_id = f.community_id and u.number = ?
                        """).params(change.community().value(), change.number()).update();
    }
}
