package mainline.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Words of changes that their authors mean as they stand. */
@Repository
class WordStore {
    private final JdbcClient sql;

    WordStore(JdbcClient sql) {
        this.sql = sql;
    }

    Set<String> meant(Subject change) {
        return sql.sql("select word from change_word where community_id = ? and number = ?")
                .params(change.community().value(), change.number())
                .query(String.class)
                .set();
    }

    /** @return false when somebody said so already */
    boolean mean(Subject change, String word, PersonId by, Instant at) {
        return sql.sql("""
                        insert into change_word (community_id, number, word, person_id, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(change.community().value(), change.number(), word, by.value(), Timestamp.from(at))
                        .update()
                == 1;
    }
}
