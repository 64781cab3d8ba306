package mainline.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessTokenStore {
    private final JdbcClient sql;

    AccessTokenStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(PersonId person, String name, AccessToken.Scope scope, byte[] keyHash, Instant now) {
        sql.sql("insert into access_token (person_id, name, scope, key_hash, created) values (?, ?, ?, ?, ?)")
                .params(person.value(), name, scope.name(), keyHash, Timestamp.from(now))
                .update();
    }

    Optional<AccessToken> find(byte[] keyHash) {
        return sql.sql("select * from access_token where key_hash = ? and revoked is null")
                .param(keyHash)
                .query((row, n) -> token(row))
                .optional();
    }

    /** The newest first. */
    List<AccessToken> of(PersonId person) {
        return sql.sql("select * from access_token where person_id = ? and revoked is null order by id desc")
                .param(person.value())
                .query((row, n) -> token(row))
                .list();
    }

    void used(long id, Instant now) {
        sql.sql("update access_token set used = ? where id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void revoke(PersonId person, long id, Instant now) {
        sql.sql("update access_token set revoked = ? where person_id = ? and id = ? and revoked is null")
                .params(Timestamp.from(now), person.value(), id)
                .update();
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        Instant used = Rows.instantOrNull(row, "used");
        return new AccessToken(
                row.getLong("id"),
                Rows.person(row, "person_id"),
                row.getString("name"),
                AccessToken.Scope.valueOf(row.getString("scope")),
                Rows.instant(row, "created"),
                used == null ? null : used);
    }
}
