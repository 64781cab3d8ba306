package mainline.people;

import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.pictures.Pictures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PortraitStore {
    private final JdbcClient sql;

    PortraitStore(JdbcClient sql) {
        this.sql = sql;
    }

    void put(PersonId person, Pictures.Clean picture) {
        sql.sql("""
                        insert into person_picture (person_id, ending, bytes) values (?, ?, ?)
                        on conflict (person_id) do update set ending = excluded.ending, bytes = excluded.bytes
                        """).params(person.value(), picture.ending(), picture.bytes()).update();
        sql.sql("update person set picture = encode(sha256(?), 'hex') where id = ?")
                .params(picture.bytes(), person.value())
                .update();
    }

    void remove(PersonId person) {
        sql.sql("update person set picture = null where id = ?")
                .param(person.value())
                .update();
        sql.sql("delete from person_picture where person_id = ?")
                .param(person.value())
                .update();
    }

    Optional<Pictures.Clean> find(String hash) {
        return sql.sql("""
                        select i.ending, i.bytes from person p join person_picture i on i.person_id = p.id
                        where p.picture = ? limit 1
                        """)
                .param(hash)
                .query((row, n) -> new Pictures.Clean(row.getString("ending"), row.getBytes("bytes")))
                .optional();
    }
}
