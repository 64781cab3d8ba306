package mainline.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RateLimitStore {
    private final JdbcClient db;

    RateLimitStore(JdbcClient db) {
        this.db = db;
    }

    /** @return false, and nothing is counted, when the window is full */
    boolean count(String what, byte[] key, Instant now, Pace.Window window) {
        if (window.most() < 1) return false;
        return db.sql("""
                        insert into rate_limit as r (what, key, attempts, until) values (:what, :key, 1, :until)
                        on conflict (what, key) do update set
                            attempts = case when r.until <= :now then 1 else r.attempts + 1 end,
                            until = case when r.until <= :now then excluded.until else r.until end,
                            next = null
                        where r.until <= :now or r.attempts < :most
                        """)
                        .param("what", what)
                        .param("key", key)
                        .param("now", at(now))
                        .param("until", at(now.plus(window.length())))
                        .param("most", window.most())
                        .update()
                == 1;
    }

    /** @return false, and nothing is counted, while the wait after the last attempt lasts */
    boolean slow(String what, byte[] key, Instant now, Pace.Slower pace) {
        return db.sql("""
                        insert into rate_limit as r (what, key, attempts, until) values (:what, :key, 1, :until)
                        on conflict (what, key) do update set
                            attempts = case when r.until <= :now then 1 else r.attempts + 1 end,
                            until = excluded.until,
                            next = case when r.until <= :now or r.attempts < :free then null else
                                :now + make_interval(secs => least(:longest, :first * 2 ^ least(r.attempts - :free, 30)))
                                end
                        where r.until <= :now or r.next is null or r.next <= :now
                        """)
                        .param("what", what)
                        .param("key", key)
                        .param("now", at(now))
                        .param("until", at(now.plus(pace.memory())))
                        .param("free", pace.free())
                        .param("first", (double) pace.first().toSeconds())
                        .param("longest", (double) pace.longest().toSeconds())
                        .update()
                == 1;
    }

    /** When what was refused may be tried again. */
    Optional<Instant> next(String what, byte[] key) {
        return db.sql("select coalesce(next, until) from rate_limit where what = ? and key = ?")
                .params(what, key)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    void giveBack(String what, byte[] key) {
        db.sql("update rate_limit set attempts = attempts - 1 where what = ? and key = ? and attempts > 0")
                .params(what, key)
                .update();
    }

    void forget(String what, byte[] key) {
        db.sql("delete from rate_limit where what = ? and key = ?")
                .params(what, key)
                .update();
    }

    void purge(Instant now) {
        db.sql("delete from rate_limit where until <= :now")
                .param("now", at(now))
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
