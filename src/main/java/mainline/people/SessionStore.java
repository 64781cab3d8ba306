package mainline.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {
    private static final String SELECT = """
            select s.id as session_id, s.created, s.seen, s.expires, s.agent, s.network, o.person_id is not null as operator, p.*
            from session s join person p on p.id = s.person_id left join operator o on o.person_id = s.person_id
            """;
    private static final RowMapper<Session> SESSION = (row, n) -> new Session(
            row.getLong("session_id"),
            PersonStore.PERSON.mapRow(row, n),
            row.getBoolean("operator"),
            Rows.instant(row, "created"),
            Rows.instant(row, "seen"),
            Rows.instant(row, "expires"),
            row.getString("agent"),
            row.getString("network"));

    private final JdbcClient sql;

    SessionStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(PersonId person, byte[] keyHash, Instant now, Instant expires, String agent, String network) {
        sql.sql("""
                        insert into session (person_id, key_hash, created, seen, expires, agent, network)
                        values (:person, :key, :now, :now, :expires, :agent, :network)
                        """)
                .param("person", person.value())
                .param("key", keyHash)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .param("agent", agent)
                .param("network", network)
                .update();
    }

    Optional<Session> find(byte[] keyHash, Instant now) {
        return sql.sql(SELECT + "where s.key_hash = ? and s.expires > ?")
                .params(keyHash, Timestamp.from(now))
                .query(SESSION)
                .optional();
    }

    List<Session> of(PersonId person, Instant now) {
        return sql.sql(SELECT + "where s.person_id = ? and s.expires > ? order by s.seen desc limit 100")
                .params(person.value(), Timestamp.from(now))
                .query(SESSION)
                .list();
    }

    void saw(long id, Instant now, Instant expires, String network) {
        sql.sql("""
                        update session set seen = ?, expires = least(created + interval '90 days', ?), network = ?
                        where id = ?
                        """)
                .params(Timestamp.from(now), Timestamp.from(expires), network, id)
                .update();
    }

    /** How many people are signed in from there, counted up to {@code most}. */
    int peopleIn(String network, int most) {
        return sql.sql("select count(*) from (select distinct person_id from session where network = ? limit ?) s")
                .params(network, most)
                .query(Integer.class)
                .single();
    }

    void keepLast(PersonId person, int most) {
        sql.sql("""
                        delete from session where person_id = :person and id in (
                            select id from session where person_id = :person order by seen desc, id desc offset :most)
                        """).param("person", person.value()).param("most", most).update();
    }

    /** @return whose it was */
    Optional<PersonId> end(byte[] keyHash) {
        return sql.sql("delete from session where key_hash = ? returning person_id")
                .param(keyHash)
                .query((row, n) -> Rows.person(row, "person_id"))
                .optional();
    }

    void end(PersonId person, long id) {
        sql.sql("delete from session where person_id = ? and id = ?")
                .params(person.value(), id)
                .update();
    }

    /** @param kept the session that stays, 0 for none */
    void endAll(PersonId person, long kept) {
        sql.sql("delete from session where person_id = ? and id <> ?")
                .params(person.value(), kept)
                .update();
    }

    void purge(Instant now) {
        sql.sql("delete from session where expires <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
