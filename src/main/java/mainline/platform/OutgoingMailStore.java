package mainline.platform;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OutgoingMailStore {
    private final JdbcClient db;

    OutgoingMailStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param waiter the hash of a secret in the browser of whoever waits for them
     * @return the numbers of the mails
     */
    List<Long> add(List<Letter> letters, byte @Nullable [] waiter, Instant now) {
        return db.sql("""
                        insert into outgoing_mail (recipient, subject, body, html, sender, headers, waiter, written_at, next_attempt)
                        select recipient, subject, body, html, sender, headers, :waiter, :now, :now
                        from unnest(:to::text[], :subject::text[], :body::text[], :html::text[], :sender::text[],
                            :headers::text[]) as letter (recipient, subject, body, html, sender, headers)
                        returning id
                        """)
                .param("waiter", waiter, Types.BINARY)
                .param("to", each(letters, Letter::to))
                .param("subject", each(letters, Letter::subject))
                .param("body", each(letters, Letter::text))
                .param("html", each(letters, Letter::html))
                .param("sender", each(letters, Letter::sender))
                .param("headers", each(letters, letter -> write(letter.headers())))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    private static @Nullable String[] each(List<Letter> letters, Function<Letter, @Nullable String> part) {
        return letters.stream().map(part).toArray(String[]::new);
    }

    /**
     * Takes a due mail for one attempt. Processes of an earlier version send what is due by themselves: they leave it alone
     * before {@code again}, and it is left to them while they are at it.
     */
    Optional<OutgoingMail> take(long mail, Instant now, Instant again) {
        return db.sql("""
                        update outgoing_mail set attempts = attempts + 1, next_attempt = :again
                        where id = :id and next_attempt <= :now and refused is null
                        returning id, recipient, subject, body, html, sender, headers
                        """)
                .param("id", mail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .query(OutgoingMailStore::read)
                .optional();
    }

    /** Whether it is still to be sent. */
    boolean waits(long mail) {
        return db.sql("select count(*) from outgoing_mail where id = ? and refused is null")
                        .param(mail)
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** Mail that is long due and has no errand: an earlier version, which sent mail without, has left it. */
    List<Long> left(Instant before) {
        return db.sql("""
                        select id from outgoing_mail m where next_attempt < :before and refused is null
                        and not exists (select from scheduled_tasks where task_name = :task and task_instance = m.id::text)
                        and not exists (select from errand_failure where task_name = :task and task_instance = m.id::text)
                        order by id
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("task", Sending.ERRAND.task())
                .query(Long.class)
                .list();
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

    /** Keeps the mail aside: it is not tried again by itself. */
    void giveUp(OutgoingMail mail, String error, Instant now) {
        db.sql("update outgoing_mail set refused = :now, last_error = :error where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("error", error)
                .param("id", mail.id())
                .update();
    }

    /** Keeps all mail to this address aside, and whatever would be written to it later. */
    void refuse(OutgoingMail mail, String error, Instant now) {
        var to = mail.letter().to();
        var address = MailAddress.read(to).map(MailAddress::text).orElse(to);
        // One statement, so that the address is never refused without its mail, nor the other way round.
        db.sql("""
                        with closed as (
                            insert into refused_address (address, reason, at) values (:address, :error, :now)
                            on conflict (address) do update set reason = :error)
                        update outgoing_mail set recipient = :address, refused = :now, last_error = :error
                        where (recipient = :address or id = :id) and refused is null
                        """)
                .param("address", address)
                .param("error", error)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", mail.id())
                .update();
    }

    Set<String> refusedAmong(List<String> addresses) {
        return Set.copyOf(db.sql("select address from refused_address where address = any(?)")
                .param(addresses.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** @return those of the addresses that are refused; the letters that are not written count there */
    Set<String> hold(List<String> addresses) {
        return db.sql("""
                        update refused_address set held = held + letters
                        from (select a, count(*) as letters from unnest(?::text[]) a group by a) as fresh
                        where address = a returning address
                        """)
                .param(addresses.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    Optional<RefusedAddress> refused(String address) {
        return db.sql("select * from refused_address where address = ?")
                .param(address)
                .query(OutgoingMailStore::refused)
                .optional();
    }

    List<RefusedAddress> refused(int most) {
        return db.sql("select * from refused_address order by at desc, address limit ?")
                .param(most)
                .query(OutgoingMailStore::refused)
                .list();
    }

    /** Forgets that the address was refused, and what was kept for it. */
    void clear(String address) {
        db.sql("delete from refused_address where address = ?").param(address).update();
        db.sql("delete from outgoing_mail where recipient = ? and refused is not null")
                .param(address)
                .update();
    }

    /** Forgets that the address was refused; what was kept for it is due now. @return that mail */
    List<Long> again(String address, Instant now) {
        db.sql("delete from refused_address where address = ?").param(address).update();
        return db.sql("""
                        update outgoing_mail set refused = null, attempts = 0, last_error = null, next_attempt = :now
                        where recipient = :address and refused is not null returning id
                        """)
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** The same for all addresses. */
    List<Long> allAgain(Instant now) {
        db.sql("delete from refused_address").update();
        return db.sql("""
                        update outgoing_mail set refused = null, attempts = 0, last_error = null, next_attempt = :now
                        where refused is not null returning id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
    }

    /** What has not arrived though it was tried, the newest first. */
    List<Unsent> unsent(int most) {
        return db.sql("select * from outgoing_mail where last_error is not null order by id desc limit ?")
                .param(most)
                .query(OutgoingMailStore::unsent)
                .list();
    }

    /** The last letter that this browser waits for, as long as it has not arrived. */
    Optional<Unsent> awaited(byte[] waiter) {
        return db.sql("select * from outgoing_mail where waiter = ? order by id desc limit 1")
                .param(waiter)
                .query(OutgoingMailStore::unsent)
                .optional();
    }

    void forget(Instant before) {
        db.sql("delete from outgoing_mail where refused < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    long countFailing() {
        return db.sql("select count(*) from outgoing_mail where last_error is not null and refused is null")
                .query(Long.class)
                .single();
    }

    long countRefused() {
        return db.sql("select count(*) from refused_address").query(Long.class).single();
    }

    long count() {
        return db.sql("select count(*) from outgoing_mail where refused is null")
                .query(Long.class)
                .single();
    }

    private static RefusedAddress refused(ResultSet row, int number) throws SQLException {
        return new RefusedAddress(
                row.getString("address"), row.getString("reason"), Rows.instant(row, "at"), row.getInt("held"));
    }

    private static Unsent unsent(ResultSet row, int number) throws SQLException {
        return new Unsent(
                row.getLong("id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("last_error"),
                row.getTimestamp("refused") == null ? Rows.instant(row, "next_attempt") : null);
    }

    private static OutgoingMail read(ResultSet row, int number) throws SQLException {
        return new OutgoingMail(row.getLong("id"), letter(row));
    }

    static Letter letter(ResultSet row) throws SQLException {
        return new Letter(
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                row.getString("sender"),
                readHeaders(row.getString("headers")));
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
