package mainline.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SentFormStore {
    private final JdbcClient sql;

    SentFormStore(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<String> leadsTo(byte[] key) {
        return sql.sql("select leads_to from sent_form where key = :key")
                .param("key", key)
                .query(String.class)
                .optional();
    }

    /** Waits for another transaction that adds the same; false when that one was committed. */
    boolean add(byte[] key, String leadsTo, Instant at) {
        return sql.sql("""
                        insert into sent_form (key, leads_to, sent_at) values (:key, :leadsTo, :at)
                        on conflict (key) do nothing
                        """)
                        .param("key", key)
                        .param("leadsTo", leadsTo)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void lead(byte[] key, String to) {
        sql.sql("update sent_form set leads_to = :to where key = :key")
                .param("key", key)
                .param("to", to)
                .update();
    }

    void forget(Instant before) {
        sql.sql("delete from sent_form where sent_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
