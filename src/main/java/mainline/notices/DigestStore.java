package mainline.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a digest coming, and how many letters they have had today. */
@Repository
class DigestStore {
    private final JdbcClient sql;

    DigestStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** These have something for a digest; one that is coming already comes when it was to come. */
    void want(List<Long> people) {
        sql.sql(
                        "insert into notice_digest (person_id) select unnest(?::bigint[]) as p order by p on conflict do nothing")
                .param(people.toArray(Long[]::new))
                .update();
    }

    /** Those of whose digest nobody has looked when it goes out; held until the transaction ends. */
    List<PersonId> holdUnplanned(int most) {
        return sql.sql("select person_id from notice_digest where due is null limit ? for update skip locked")
                .param(most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** Those whose digest is due, the longest due first. */
    List<PersonId> due(Instant now, int most) {
        return sql.sql("select person_id from notice_digest where due <= ? order by due limit ?")
                .params(Timestamp.from(now), most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** @return false when it is not due any more, or another process is at it */
    boolean hold(PersonId person, Instant now) {
        return sql.sql("select person_id from notice_digest where person_id = ? and due <= ? for update skip locked")
                .params(person.value(), Timestamp.from(now))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void due(PersonId person, Instant when) {
        sql.sql("update notice_digest set due = ? where person_id = ?")
                .params(Timestamp.from(when), person.value())
                .update();
    }

    void done(PersonId person) {
        sql.sql("delete from notice_digest where person_id = ?")
                .param(person.value())
                .update();
    }

    int letters(PersonId person, LocalDate day) {
        return sql.sql("select letters from notice_letters where person_id = ? and day = ?")
                .params(person.value(), day)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void count(PersonId person, LocalDate day, int letters) {
        sql.sql("""
                        insert into notice_letters values (?, ?, ?)
                        on conflict (person_id) do update set day = excluded.day, letters = excluded.letters
                        """).params(person.value(), day, letters).update();
    }

    Optional<byte[]> key() {
        return sql.sql("select key from notice_key").query(byte[].class).optional();
    }

    /** The first one kept is the key. */
    void keepKey(byte[] key) {
        sql.sql("insert into notice_key (key) values (?) on conflict do nothing")
                .param(key)
                .update();
    }
}
