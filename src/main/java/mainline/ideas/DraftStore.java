package mainline.ideas;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.community.Member;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftStore {
    private final JdbcClient sql;
    private final JsonMapper json;

    DraftStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private RowMapper<IdeaDraft> draft() {
        return (row, n) -> new IdeaDraft(
                row.getLong("id"),
                json.readValue(row.getString("fields"), new TypeReference<Map<String, String>>() {}),
                Rows.instant(row, "changed_at"));
    }

    List<IdeaDraft> of(Member member) {
        return sql.sql("""
                        select * from idea_draft where community_id = ? and person_id = ? order by changed_at desc limit 20
                        """)
                .params(member.community().value(), member.person().value())
                .query(draft())
                .list();
    }

    Optional<IdeaDraft> find(Member member, long id) {
        return sql.sql("select * from idea_draft where community_id = ? and person_id = ? and id = ?")
                .params(member.community().value(), member.person().value(), id)
                .query(draft())
                .optional();
    }

    long add(Member member, Map<String, String> fields, Instant at) {
        return sql.sql("""
                        insert into idea_draft (community_id, person_id, fields, changed_at)
                        values (?, ?, ?::jsonb, ?) returning id
                        """)
                .params(
                        member.community().value(),
                        member.person().value(),
                        json.writeValueAsString(fields),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    boolean keep(Member member, long id, Map<String, String> fields, Instant at) {
        return sql.sql("""
                        update idea_draft set fields = ?::jsonb, changed_at = ?
                        where community_id = ? and person_id = ? and id = ?
                        """)
                        .params(
                                json.writeValueAsString(fields),
                                Timestamp.from(at),
                                member.community().value(),
                                member.person().value(),
                                id)
                        .update()
                == 1;
    }

    void drop(Member member, long id) {
        sql.sql("delete from idea_draft where community_id = ? and person_id = ? and id = ?")
                .params(member.community().value(), member.person().value(), id)
                .update();
    }
}
