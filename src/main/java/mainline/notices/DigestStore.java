package mainline.notices;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a digest coming, and how many letters they have had today. */
@Repository
class DigestStore {
    private final JdbcClient sql;

    DigestStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * These have something for a digest; one that is coming already comes when it was to come, and not before the
     * transaction ends: it could not tell yet what this tells.
     */
    void want(List<Long> people) {
        Set<Long> left = new HashSet<>(people);
        while (!left.isEmpty()) {
            Long[] some = left.toArray(Long[]::new);
            sql.sql(
                            "insert into notice_digest (person_id) select unnest(?::bigint[]) as p order by p on conflict do nothing")
                    .param(some)
                    .update();
            // One that was being written at this moment is over now, and another one is wanted.
            left.removeAll(sql.sql(
                            "select person_id from notice_digest where person_id = any(?) order by person_id for key share")
                    .param(some)
                    .query(Long.class)
                    .list());
        }
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

    /** @return those of them whose digest is still due, and that no other process is at */
    List<PersonId> hold(List<PersonId> people, Instant now) {
        return sql.sql(
                        "select person_id from notice_digest where person_id = any(?) and due <= ? for update skip locked")
                .params(Rows.ids(people), Timestamp.from(now))
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    void due(Map<PersonId, Instant> when) {
        List<Map.Entry<PersonId, Instant>> all = List.copyOf(when.entrySet());
        sql.sql("""
                        update notice_digest d set due = fresh.due
                        from unnest(?::bigint[], ?::timestamptz[]) as fresh (person_id, due)
                        where d.person_id = fresh.person_id
                        """)
                .params(
                        all.stream().map(each -> each.getKey().value()).toArray(Long[]::new),
                        all.stream()
                                .map(each -> Timestamp.from(each.getValue()))
                                .toArray(Timestamp[]::new))
                .update();
    }

    void done(List<PersonId> people) {
        sql.sql("delete from notice_digest where person_id = any(?)")
                .param(Rows.ids(people))
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
