package mainline.handbook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StewardStore {
    private final JdbcClient sql;

    StewardStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** By area and then by seniority. */
    List<Steward> present(CommunityId community) {
        return sql.sql("""
                        select * from steward where community_id = ? and ended is null
                        order by area collate "C", since, person_id
                        """)
                .param(community.value())
                .query((row, n) -> new Steward(
                        row.getString("area"),
                        new PersonId(row.getLong("person_id")),
                        row.getTimestamp("since").toInstant(),
                        new PersonId(row.getLong("appointed_by"))))
                .list();
    }

    /** @return false when the person is steward there already */
    boolean add(CommunityId community, Steward steward) {
        return sql.sql("""
                        insert into steward (community_id, area, person_id, since, appointed_by) values (?, ?, ?, ?, ?)
                        on conflict (community_id, area, person_id) where ended is null do nothing
                        """)
                        .params(
                                community.value(),
                                steward.area(),
                                steward.person().value(),
                                Timestamp.from(steward.since()),
                                steward.appointedBy().value())
                        .update()
                == 1;
    }

    void end(CommunityId community, String area, PersonId person, Instant at) {
        sql.sql("""
                        update steward set ended = ?
                        where community_id = ? and area = ? and person_id = ? and ended is null
                        """)
                .params(Timestamp.from(at), community.value(), area, person.value())
                .update();
    }
}
