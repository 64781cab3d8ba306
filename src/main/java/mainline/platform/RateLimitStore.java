package mainline.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateLimitStore {
    private final JdbcClient db;

    RateLimitStore(JdbcClient db) {
        this.db = db;
    }

    int count(String what, byte[] key, Instant now, Instant until) {
        return db.sql("""
                        insert into rate_limit as r (what, key, attempts, until) values (:what, :key, 1, :until)
                        on conflict (what, key) do update set
                            attempts = case when r.until <= :now then 1 else r.attempts + 1 end,
                            until = case when r.until <= :now then excluded.until else r.until end
                        returning attempts
                        """)
                .param("what", what)
                .param("key", key)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void purge(Instant now) {
        db.sql("delete from rate_limit where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
