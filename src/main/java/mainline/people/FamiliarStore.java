package mainline.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FamiliarStore {
    private final JdbcClient sql;

    FamiliarStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(PersonId person, byte[] mark, Instant until) {
        sql.sql("""
                        insert into familiar (mark, person_id, until) values (?, ?, ?)
                        on conflict (mark) do update set person_id = excluded.person_id, until = excluded.until
                        """).params(mark, person.value(), Timestamp.from(until)).update();
    }

    List<byte[]> known(byte[] one, byte[] other, Instant now) {
        return sql.sql("select mark from familiar where mark in (?, ?) and until > ?")
                .params(one, other, Timestamp.from(now))
                .query((row, n) -> row.getBytes("mark"))
                .list();
    }

    void keepLast(PersonId person, int most) {
        sql.sql("""
                        delete from familiar where person_id = :person and mark in (
                            select mark from familiar where person_id = :person order by until desc offset :most)
                        """).param("person", person.value()).param("most", most).update();
    }

    void dropAll(PersonId person) {
        sql.sql("delete from familiar where person_id = ?")
                .param(person.value())
                .update();
    }

    void purge(Instant now) {
        sql.sql("delete from familiar where until <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}
