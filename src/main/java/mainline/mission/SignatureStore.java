package mainline.mission;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignatureStore {
    private final JdbcClient sql;

    SignatureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the name stands there already */
    boolean add(CommunityId community, int version, PersonId person, Instant at) {
        return sql.sql("""
                        insert into mission_signature (community_id, version, person_id, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(community.value(), version, person.value(), Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean drop(CommunityId community, int version, PersonId person) {
        return sql.sql("delete from mission_signature where community_id = ? and version = ? and person_id = ?")
                        .params(community.value(), version, person.value())
                        .update()
                == 1;
    }

    boolean has(CommunityId community, int version, PersonId person) {
        return sql.sql("""
                        select exists (select from mission_signature
                            where community_id = ? and version = ? and person_id = ?)
                        """)
                .params(community.value(), version, person.value())
                .query(Boolean.class)
                .single();
    }

    int count(CommunityId community, int version) {
        return sql.sql("select count(*) from mission_signature where community_id = ? and version = ?")
                .params(community.value(), version)
                .query(Integer.class)
                .single();
    }

    List<PersonId> list(CommunityId community, int version, long after, int most) {
        return sql.sql("""
                        select person_id from mission_signature
                        where community_id = ? and version = ? and person_id > ? order by person_id limit ?
                        """)
                .params(community.value(), version, after, most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }
}
