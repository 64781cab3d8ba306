package mainline.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OperatorStore {
    private final JdbcClient sql;

    OperatorStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Person> all() {
        return sql.sql(
                        "select p.* from operator o join person p on p.id = o.person_id order by o.since, p.id limit 100")
                .query(PersonStore.PERSON)
                .list();
    }

    boolean canSignIn(PersonId person) {
        return sql.sql("select exists (select from sign_in where person_id = ?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    boolean add(PersonId person, PersonId by, Instant at) {
        return sql.sql("insert into operator (person_id, since, named_by) values (?, ?, ?) on conflict do nothing")
                        .params(person.value(), Timestamp.from(at), by.value())
                        .update()
                == 1;
    }

    /** @return false when that would leave nobody, even when two leave at once */
    boolean remove(PersonId person) {
        sql.sql("lock table operator in share row exclusive mode").update();
        return sql.sql(
                                "delete from operator where person_id = ? and exists (select from operator where person_id <> ?)")
                        .params(person.value(), person.value())
                        .update()
                == 1;
    }
}
