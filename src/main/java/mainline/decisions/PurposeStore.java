package mainline.decisions;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PurposeStore {
    /** The newest question of the highest clause below that one; a question that was withdrawn serves nothing. */
    private static final String STEP = """
            select d.serves_clause, d.opened from decision d
            where d.community_id = :community and d.serves_clause > 0 and d.serves_clause < %s and not exists (
                select from decision_withdrawal w
                where w.community_id = d.community_id and w.decision_number = d.number)
            order by d.serves_clause desc, d.number desc limit 1
            """;

    private static final String LATEST = "with recursive served as ((" + STEP.formatted(Integer.MAX_VALUE)
            + ") union all select n.* from served s, lateral (" + STEP.formatted("s.serves_clause")
            + ") n) select * from served";

    private final JdbcClient sql;

    PurposeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A step in the index for each clause, however many questions there are. */
    Map<Integer, Instant> latest(CommunityId community) {
        Map<Integer, Instant> latest = new HashMap<>();
        sql.sql(LATEST).param("community", community.value()).query(row -> {
            latest.put(row.getInt("serves_clause"), Rows.instant(row, "opened"));
        });
        return latest;
    }
}
