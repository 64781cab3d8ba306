package mainline.platform;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutgoingMailStore {
    private final JdbcClient db;

    OutgoingMailStore(JdbcClient db) {
        this.db = db;
    }

    void add(Letter letter, Instant now) {
        db.sql("""
                        insert into outgoing_mail (recipient, subject, body, headers, written_at, next_attempt)
                        values (:to, :subject, :body, :headers, :now, :now)
                        """)
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("body", letter.text())
                .param("headers", write(letter.headers()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes the next due mail for one attempt, so that no other process takes it before {@code again}. */
    Optional<OutgoingMail> take(Instant now, Instant again) {
        return db.sql("""
                        update outgoing_mail set attempts = attempts + 1, next_attempt = :again
                        where id = (
                            select id from outgoing_mail where next_attempt <= :now
                            order by next_attempt, id limit 1 for update skip locked)
                        returning id, recipient, subject, body, headers, attempts
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .query(OutgoingMailStore::read)
                .optional();
    }

    void postpone(OutgoingMail mail, Instant until, String error) {
        db.sql("update outgoing_mail set next_attempt = :until, last_error = :error where id = :id")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .param("id", mail.id())
                .update();
    }

    void remove(OutgoingMail mail) {
        db.sql("delete from outgoing_mail where id = :id")
                .param("id", mail.id())
                .update();
    }

    long countFailing() {
        return db.sql("select count(*) from outgoing_mail where last_error is not null")
                .query(Long.class)
                .single();
    }

    long count() {
        return db.sql("select count(*) from outgoing_mail").query(Long.class).single();
    }

    private static OutgoingMail read(ResultSet row, int number) throws SQLException {
        var letter = new Letter(
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                readHeaders(row.getString("headers")));
        return new OutgoingMail(row.getLong("id"), letter, row.getInt("attempts"));
    }

    private static String write(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(joining("\n"));
    }

    private static Map<String, String> readHeaders(String headers) {
        return headers.lines().map(line -> line.split(": ", 2)).collect(toMap(parts -> parts[0], parts -> parts[1]));
    }
}
