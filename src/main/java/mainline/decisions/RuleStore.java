package mainline.decisions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleStore {
    private final JdbcClient sql;

    RuleStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Rules> current(CommunityId community) {
        return sql.sql("select rules from decision_rules where community_id = ? order by version desc limit 1")
                .param(community.value())
                .query((row, n) -> RulesCodec.read(row.getString(1)))
                .optional();
    }

    int version(CommunityId community) {
        return sql.sql("select coalesce(max(version), 0) from decision_rules where community_id = ?")
                .param(community.value())
                .query(Integer.class)
                .single();
    }

    void add(CommunityId community, int version, Rules rules, @Nullable Subject by, Instant at) {
        sql.sql("insert into decision_rules values (:community, :version, :rules::jsonb, :kind, :number, :at)")
                .param("community", community.value())
                .param("version", version)
                .param("rules", RulesCodec.write(rules))
                .param("kind", by == null ? null : by.kind().name())
                .param("number", by == null ? null : by.number())
                .param("at", Timestamp.from(at))
                .update();
    }
}
