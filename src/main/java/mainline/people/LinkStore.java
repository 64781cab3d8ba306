package mainline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkStore {
    private enum Purpose {
        JOIN,
        RESET,
        MAIL_CHANGE
    }

    private record Row(
            Purpose purpose,
            @Nullable PersonId person,
            @Nullable String name,
            byte @Nullable [] browser,
            @Nullable String community,
            byte @Nullable [] invitation) {
        static Row of(Link link) {
            return switch (link) {
                case Link.Join join ->
                    new Row(Purpose.JOIN, null, join.name(), join.browser(), join.community(), join.invitation());
                case Link.Reset reset -> new Row(Purpose.RESET, reset.person(), null, null, null, null);
                case Link.MailChange change -> new Row(Purpose.MAIL_CHANGE, change.person(), null, null, null, null);
            };
        }
    }

    private final JdbcClient sql;
    private final BegunForms begunForms;

    LinkStore(JdbcClient sql, BegunForms begunForms) {
        this.sql = sql;
        this.begunForms = begunForms;
    }

    void add(Link link, byte[] tokenHash, Instant expires) {
        Row row = Row.of(link);
        Begun begun = link.onward().begun();
        sql.sql("""
                        insert into mailed_link (token_hash, purpose, mail, person_id, name, browser_hash,
                            community, destination, begun, invitation, expires)
                        values (:token, :purpose, :mail, :person, :name, :browser,
                            :community, :destination, :begun, :invitation, :expires)
                        """)
                .param("token", tokenHash)
                .param("purpose", row.purpose().name())
                .param("mail", link.mail())
                .param("person", row.person() == null ? null : row.person().value())
                .param("name", row.name())
                .param("browser", row.browser())
                .param("community", row.community())
                .param("destination", link.onward().destination())
                .param("begun", begun == null ? null : begunForms.write(begun))
                .param("invitation", row.invitation())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<Link> find(byte[] tokenHash, Instant now) {
        return sql.sql("select * from mailed_link where token_hash = ? and expires > ?")
                .params(tokenHash, Timestamp.from(now))
                .query((row, n) -> link(row))
                .optional();
    }

    Optional<Instant> expires(byte[] tokenHash) {
        return sql.sql("select expires from mailed_link where token_hash = ?")
                .param(tokenHash)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Takes the link away; of several at once, one gets it. */
    Optional<Link> take(byte[] tokenHash, Instant now) {
        return sql.sql("delete from mailed_link where token_hash = ? and expires > ? returning *")
                .params(tokenHash, Timestamp.from(now))
                .query((row, n) -> link(row))
                .optional();
    }

    void dropAll(PersonId person) {
        sql.sql("delete from mailed_link where person_id = ?")
                .param(person.value())
                .update();
    }

    void purge(Instant now) {
        sql.sql("delete from mailed_link where expires <= ?")
                .param(Timestamp.from(now))
                .update();
    }

    private Link link(ResultSet row) throws SQLException {
        String mail = row.getString("mail");
        Onward onward = new Onward(LocalPath.of(row.getString("destination")), begunForms.read(row.getString("begun")));
        return switch (Purpose.valueOf(row.getString("purpose"))) {
            case JOIN ->
                new Link.Join(
                        mail,
                        row.getString("name"),
                        row.getBytes("browser_hash"),
                        row.getString("community"),
                        onward,
                        row.getBytes("invitation"));
            case RESET -> new Link.Reset(mail, Rows.person(row, "person_id"), onward);
            case MAIL_CHANGE -> new Link.MailChange(mail, Rows.person(row, "person_id"));
        };
    }
}
