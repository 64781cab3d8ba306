package mainline.platform;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import mainline.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailPauseStore {
    private final JdbcClient db;

    MailPauseStore(JdbcClient db) {
        this.db = db;
    }

    void add(PersonId by, Instant at) {
        db.sql("insert into mail_pause (person_id, at) values (?, ?) on conflict do nothing")
                .params(by.value(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove() {
        db.sql("delete from mail_pause").update();
    }

    Optional<MailPause.Begun> find() {
        return db.sql("select person_id, at from mail_pause")
                .query((row, number) -> new MailPause.Begun(Rows.person(row, "person_id"), Rows.instant(row, "at")))
                .optional();
    }
}
