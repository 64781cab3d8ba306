package mainline.invitations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationStore {
    private final JdbcClient sql;

    InvitationStore(JdbcClient sql) {
        this.sql = sql;
    }

    void add(CommunityId community, byte[] keyHash, String note, PersonId by, Instant at, Instant until) {
        add(community, keyHash, note, by, at, until, null);
    }

    /** @param invited the number of the address it is mailed to; null for one that somebody passes on themselves */
    void add(
            CommunityId community,
            byte[] keyHash,
            String note,
            PersonId by,
            Instant at,
            Instant until,
            @Nullable Integer invited) {
        sql.sql("""
                        insert into invitation_link (community_id, n, key_hash, note, person_id, at, until, invited)
                        select :community, coalesce(max(n), 0) + 1, :hash, :note, :by, :at, :until, :invited
                        from invitation_link where community_id = :community
                        """)
                .param("community", community.value())
                .param("hash", keyHash)
                .param("note", note)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(until))
                .param("invited", invited)
                .update();
    }

    /** One that holds: made by a present member, not ended, its time not over. */
    Optional<InvitationLink> find(byte[] keyHash, Instant now) {
        return find(keyHash, now, "");
    }

    /** The same, and nobody ends it before the act is over. */
    Optional<InvitationLink> hold(byte[] keyHash, Instant now) {
        return find(keyHash, now, "for update of i");
    }

    private Optional<InvitationLink> find(byte[] keyHash, Instant now, String locking) {
        return sql.sql("""
                        select i.* from invitation_link i
                        join membership m on m.community_id = i.community_id and m.person_id = i.person_id
                        where i.key_hash = ? and i.ended is null and i.until > ?
                        """ + locking)
                .params(keyHash, Timestamp.from(now))
                .query((row, n) -> link(row))
                .optional();
    }

    /** Those that hold and were not mailed to one address, newest first. */
    List<InvitationLink> of(CommunityId community, Instant now, int most) {
        return sql.sql("""
                        select * from invitation_link
                        where community_id = ? and ended is null and until > ? and invited is null
                        order by n desc limit ?
                        """)
                .params(community.value(), Timestamp.from(now), most)
                .query((row, n) -> link(row))
                .list();
    }

    void used(InvitationLink link) {
        sql.sql("update invitation_link set joined = joined + 1 where community_id = ? and n = ?")
                .params(link.community().value(), link.n())
                .update();
    }

    /** @return whether it ended by that */
    boolean end(CommunityId community, int n, PersonId by, Instant at) {
        return sql.sql("""
                        update invitation_link set ended = ?, ended_by = ?
                        where community_id = ? and n = ? and ended is null
                        """)
                        .params(Timestamp.from(at), by.value(), community.value(), n)
                        .update()
                == 1;
    }

    void endAll(CommunityId community, PersonId of, Instant at) {
        sql.sql("""
                        update invitation_link set ended = ?, ended_by = person_id
                        where community_id = ? and person_id = ? and ended is null
                        """).params(Timestamp.from(at), community.value(), of.value()).update();
    }

    private static InvitationLink link(ResultSet row) throws SQLException {
        return new InvitationLink(
                Rows.community(row),
                row.getInt("n"),
                row.getString("note"),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"),
                Rows.instant(row, "until"),
                row.getInt("joined"));
    }
}
