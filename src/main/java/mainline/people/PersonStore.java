package mainline.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonStore {
    static final RowMapper<Person> PERSON = (row, n) -> new Person(
            Rows.person(row, "id"),
            row.getString("handle"),
            row.getString("name"),
            row.getString("about"),
            Rows.instant(row, "since"),
            row.getString("picture"));

    private final JdbcClient sql;

    PersonStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Person> find(PersonId id) {
        return sql.sql("select * from person where id = ?")
                .param(id.value())
                .query(PERSON)
                .optional();
    }

    Optional<Person> byHandle(String handle) {
        return sql.sql("select * from person where handle = ?")
                .param(handle)
                .query(PERSON)
                .optional();
    }

    List<Person> byHandles(Collection<String> handles) {
        return sql.sql("select * from person where handle = any(?)")
                .param(handles.toArray(String[]::new))
                .query(PERSON)
                .list();
    }

    /** @param mail in any spelling; where two accounts were kept under two of them, the likelier one */
    Optional<Person> byMail(String mail) {
        String[] spellings = Mails.spellings(mail);
        return sql.sql("select * from person where mail = any(?) order by array_position(?, mail) limit 1")
                .params(spellings, spellings)
                .query(PERSON)
                .optional();
    }

    List<Person> all(Collection<PersonId> ids) {
        Long[] numbers = Rows.ids(ids);
        return sql.sql("select * from person where id = any(?)")
                .param(numbers)
                .query(PERSON)
                .list();
    }

    boolean handleTaken(String handle) {
        return sql.sql("select exists (select from person where handle = ?)")
                .param(handle)
                .query(Boolean.class)
                .single();
    }

    /** @return nothing when the handle or the mail was taken in the meantime */
    Optional<Person> add(String handle, String name, @Nullable String mail, Instant since) {
        return sql.sql("""
                        insert into person (handle, name, mail, since) values (:handle, :name, :mail, :since)
                        on conflict do nothing
                        returning *
                        """)
                .param("handle", handle)
                .param("name", name)
                .param("mail", mail)
                .param("since", java.sql.Timestamp.from(since))
                .query(PERSON)
                .optional();
    }

    void name(PersonId id, String name) {
        sql.sql("update person set name = ? where id = ?")
                .params(name, id.value())
                .update();
    }

    void about(PersonId id, String about) {
        sql.sql("update person set about = ? where id = ?")
                .params(about, id.value())
                .update();
    }

    /** @return false when somebody else has it */
    boolean mail(PersonId id, String mail) {
        return sql.sql(
                                "update person set mail = ? where id = ? and not exists (select from person where mail = any(?) and id <> ?)")
                        .params(mail, id.value(), Mails.spellings(mail), id.value())
                        .update()
                == 1;
    }
}
