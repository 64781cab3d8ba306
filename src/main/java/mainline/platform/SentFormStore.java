package mainline.platform;

import java.time.Duration;
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

    /** As {@link #add(byte[], String, Instant)}, but waits only so long. */
    boolean add(byte[] key, byte[] print, Instant at, Duration patience) {
        waitAtMost(patience.toMillis() + "ms");
        boolean first = sql.sql("""
                        insert into sent_form (key, leads_to, sent_at, print) values (:key, '', :at, :print)
                        on conflict (key) do nothing
                        """)
                        .param("key", key)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("print", print)
                        .update()
                == 1;
        waitAtMost("0");
        return first;
    }

    /** For any lock, until the transaction ends. */
    private void waitAtMost(String time) {
        sql.sql("select set_config('lock_timeout', ?, true)")
                .param(time)
                .query(String.class)
                .single();
    }

    Optional<SentForms.Answer> answer(byte[] key) {
        return sql.sql("select print, status, leads_to, tag, body from sent_form where key = ? and status is not null")
                .param(key)
                .query((row, n) -> new SentForms.Answer(
                        row.getBytes("print"),
                        row.getInt("status"),
                        row.getString("leads_to"),
                        row.getString("tag"),
                        row.getString("body")))
                .optional();
    }

    void answered(byte[] key, SentForms.Answer answer) {
        sql.sql("update sent_form set print = ?, status = ?, leads_to = ?, tag = ?, body = ? where key = ?")
                .params(answer.print(), answer.status(), answer.leadsTo(), answer.tag(), answer.body(), key)
                .update();
    }

    void forget(Instant before) {
        sql.sql("delete from sent_form where sent_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
