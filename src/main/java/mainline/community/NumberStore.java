package mainline.community;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NumberStore {
    private final JdbcClient sql;

    NumberStore(JdbcClient sql) {
        this.sql = sql;
    }

    long next(CommunityId community, Subject.Kind kind) {
        return sql.sql("""
                        insert into community_number (community_id, kind, last) values (?, ?, 1)
                        on conflict (community_id, kind) do update set last = community_number.last + 1
                        returning last
                        """)
                .params(community.value(), kind.name())
                .query(Long.class)
                .single();
    }

    void add(CommunityId community, Count what, long difference) {
        sql.sql("""
                        insert into community_count (community_id, what, n) values (?, ?, ?)
                        on conflict (community_id, what) do update set n = community_count.n + excluded.n
                        """).params(community.value(), what.name(), difference).update();
    }

    Map<Count, Long> counts(CommunityId community) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        for (Count what : Count.values()) counts.put(what, 0L);
        sql.sql("select what, n from community_count where community_id = ?")
                .param(community.value())
                .query(row -> {
                    counts.put(Count.valueOf(row.getString("what")), row.getLong("n"));
                });
        return Collections.unmodifiableMap(counts);
    }
}
