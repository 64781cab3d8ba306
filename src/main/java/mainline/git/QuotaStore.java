package mainline.git;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class QuotaStore {
    private final JdbcClient sql;

    QuotaStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param usual the quota of those that have none of their own */
    Map<CommunityId, Quota> of(Collection<CommunityId> communities, long usual) {
        Map<CommunityId, Quota> quotas = new HashMap<>();
        sql.sql("""
                        select c.id, q.bytes, coalesce((
                            select sum(f.size) from git_pack_file f where f.community_id = c.id), 0) as used
                        from unnest(?) as c (id) left join git_quota q on q.community_id = c.id
                        """)
                .param(communities.stream().map(CommunityId::value).toArray(Long[]::new))
                .query(row -> {
                    long own = row.getLong("bytes");
                    boolean none = row.wasNull();
                    quotas.put(
                            new CommunityId(row.getLong("id")),
                            new Quota(row.getLong("used"), none ? usual : own, !none));
                });
        return quotas;
    }

    void put(CommunityId community, long bytes, PersonId by, Instant at) {
        sql.sql("""
                        insert into git_quota (community_id, bytes, person_id, at) values (?, ?, ?, ?)
                        on conflict (community_id) do update
                        set bytes = excluded.bytes, person_id = excluded.person_id, at = excluded.at
                        """)
                .params(community.value(), bytes, by.value(), Timestamp.from(at))
                .update();
    }

    void remove(CommunityId community) {
        sql.sql("delete from git_quota where community_id = ?")
                .param(community.value())
                .update();
    }
}
