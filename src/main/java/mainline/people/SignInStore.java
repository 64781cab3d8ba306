package mainline.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SignInStore {
    /**
     * A person who can sign in.
     *
     * @param password its hash; null for who signs in by links in mails
     */
    record SignIn(PersonId person, String mail, @Nullable String password) {}

    private final JdbcClient sql;

    SignInStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param mail in any spelling; where two accounts were kept under two of them, the likelier one */
    Optional<SignIn> byMail(String mail) {
        String[] spellings = Mails.spellings(mail);
        return sql.sql("""
                        select * from sign_in s join person p on p.id = s.person_id
                        where p.mail = any(?) order by array_position(?, p.mail) limit 1
                        """)
                .params(spellings, spellings)
                .query((row, n) ->
                        new SignIn(Rows.person(row, "person_id"), row.getString("mail"), row.getString("password")))
                .optional();
    }

    Optional<SignIn> of(PersonId person) {
        return sql.sql("select * from sign_in s join person p on p.id = s.person_id where p.id = ?")
                .param(person.value())
                .query((row, n) -> new SignIn(person, row.getString("mail"), row.getString("password")))
                .optional();
    }

    /** The addresses of those who can sign in. */
    Map<PersonId, String> mails(Collection<PersonId> people) {
        Map<PersonId, String> found = new HashMap<>();
        sql.sql("select p.id, p.mail from sign_in s join person p on p.id = s.person_id where p.id = any(?)")
                .param(Rows.ids(people))
                .query((RowCallbackHandler) row -> found.put(Rows.person(row, "id"), row.getString("mail")));
        return found;
    }

    /** @return false when the person has one already */
    boolean add(PersonId person, @Nullable String password, Instant at) {
        return sql.sql("""
                        insert into sign_in (person_id, password, since, changed) values (:person, :password, :at, :at)
                        on conflict do nothing
                        """)
                        .param("person", person.value())
                        .param("password", password)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void change(PersonId person, String password, Instant at) {
        sql.sql("update sign_in set password = ?, changed = ? where person_id = ?")
                .params(password, Timestamp.from(at), person.value())
                .update();
    }

    boolean isFirst(PersonId person) {
        return sql.sql("select exists (select from set_up where person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** The code that is kept; this one, when there is none yet. */
    String setUpCode(String wish) {
        sql.sql("insert into set_up_code (code) values (?) on conflict do nothing")
                .param(wish)
                .update();
        return sql.sql("select code from set_up_code").query(String.class).single();
    }

    boolean isSetUp() {
        return sql.sql("select exists (select from set_up)")
                .query(Boolean.class)
                .single();
    }

    /** @return true for the one who comes first; another waits here until it is clear who that was */
    boolean setUp(PersonId person, Instant at) {
        boolean first = sql.sql("insert into set_up (at, person_id) values (?, ?) on conflict do nothing")
                        .params(Timestamp.from(at), person.value())
                        .update()
                == 1;
        if (first)
            sql.sql("insert into operator (person_id, since) values (?, ?)")
                    .params(person.value(), Timestamp.from(at))
                    .update();
        return first;
    }
}
