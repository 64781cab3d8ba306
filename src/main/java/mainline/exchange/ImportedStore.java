package mainline.exchange;

import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ImportedStore {
    /** PlainNames the lock under which imports run one after the other. */
    private static final long TURN = 0x1a907;

    private final JdbcClient sql;

    ImportedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Waits for the import that is under way, if there is one; the turn ends with the transaction. */
    void takeTurn() {
        sql.sql("select pg_advisory_xact_lock(?)").param(TURN).query(row -> {});
    }

    Optional<Subject> find(CommunityId community, String source) {
        return sql.sql("select kind, number from imported where community_id = ? and source = ?")
                .params(community.value(), source)
                .query((row, n) -> new Subject(community, Subject.Kind.valueOf(row.getString(1)), row.getLong(2)))
                .optional();
    }

    void add(String source, Subject what) {
        sql.sql("insert into imported (community_id, source, kind, number) values (?, ?, ?, ?)")
                .params(what.community().value(), source, what.kind().name(), what.number())
                .update();
    }
}
