package mainline.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RecordStore {
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    RecordStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(Act act, Instant at) {
        sql.sql("""
                        insert into record_entry (community_id, at, verb, person_id, subject_kind, subject_number, facts)
                        values (:community, :at, :verb, :person, :kind, :number, :facts::jsonb)
                        """)
                .param("community", act.subject().community().value())
                .param("at", Timestamp.from(at))
                .param("verb", act.verb())
                .param("person", act.by() == null ? null : act.by().value())
                .param("kind", act.subject().kind().name())
                .param("number", act.subject().number())
                .param("facts", json.writeValueAsString(act.facts()))
                .update();
    }

    /** Newest first; each filter may be empty. */
    List<Entry> list(CommunityId community, RecordFilter filter, long before, int most) {
        StringBuilder where = new StringBuilder("community_id = :community and id < :before");
        if (!filter.verb().isEmpty())
            where.append(filter.verb().contains(".") ? " and verb = :verb" : " and topic = :verb");
        if (filter.person() != null) where.append(" and person_id = :person");
        if (filter.subject() != null) where.append(" and subject_kind = :kind and subject_number = :number");
        return sql.sql("select * from record_entry where " + where + " order by id desc limit :most")
                .param("community", community.value())
                .param("before", before)
                .param("verb", filter.verb())
                .param(
                        "person",
                        filter.person() == null ? null : filter.person().value())
                .param(
                        "kind",
                        filter.subject() == null
                                ? null
                                : filter.subject().kind().name())
                .param(
                        "number",
                        filter.subject() == null ? null : filter.subject().number())
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    Optional<Entry> find(CommunityId community, long id) {
        return sql.sql("select * from record_entry where community_id = ? and id = ?")
                .params(community.value(), id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** What is personal in the entry goes for good. */
    void erase(CommunityId community, long id, Instant at) {
        sql.sql("insert into record_erasure (community_id, entry_id, at) values (?, ?, ?)")
                .params(community.value(), id, Timestamp.from(at))
                .update();
        sql.sql("""
                        update record_entry set salt = null, person_id = null, facts = '{}',
                            subject_number = case subject_kind when 'MEMBER' then 0 else subject_number end
                        where community_id = ? and id = ?
                        """).params(community.value(), id).update();
    }

    Optional<Instant> erased(CommunityId community, long id) {
        return sql.sql("select at from record_erasure where community_id = ? and entry_id = ?")
                .params(community.value(), id)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The entries that person acted in or that are about them, oldest first, after the entry of that number. */
    List<Entry> concerning(CommunityId community, PersonId person, long after, int most) {
        return sql.sql("""
                        select * from record_entry where community_id = :community and id > :after
                        and (person_id = :person or subject_kind = 'MEMBER' and subject_number = :person)
                        order by id limit :most
                        """)
                .param("community", community.value())
                .param("person", person.value())
                .param("after", after)
                .param("most", most)
                .query((row, n) -> entry(row))
                .list();
    }

    Entry entry(ResultSet row) throws SQLException {
        long person = row.getLong("person_id");
        boolean byItself = row.wasNull();
        Subject subject = Rows.subject(Rows.community(row), row, "subject");
        Act act = Act.done(
                row.getString("verb"),
                byItself ? null : new PersonId(person),
                subject,
                json.readValue(row.getString("facts"), FACTS));
        return new Entry(row.getLong("id"), Rows.instant(row, "at"), act, row.getBytes("salt") == null);
    }

    boolean hasActed(PersonId person, List<CommunityId> communities, List<String> besides) {
        return sql.sql("""
                        select exists (select from record_entry
                            where community_id = any(:communities) and person_id = :person and verb <> all(:besides))
                        """)
                .param(
                        "communities",
                        communities.stream().map(CommunityId::value).toArray(Long[]::new))
                .param("person", person.value())
                .param("besides", besides.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** When each of these people is told of last; whoever never is, is left out. */
    Map<PersonId, Instant> latest(CommunityId community, Collection<PersonId> people) {
        Map<PersonId, Instant> latest = new HashMap<>();
        sql.sql("""
                        select p.id as person_id, e.at from unnest(?) as p(id)
                        cross join lateral (
                            select at from record_entry where community_id = ? and person_id = p.id
                            order by id desc limit 1) as e
                        """).params(Rows.ids(people), community.value()).query(row -> {
            latest.put(Rows.person(row, "person_id"), Rows.instant(row, "at"));
        });
        return latest;
    }
}
