package mainline.invitations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.community.Member;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitedAddressStore {
    private final JdbcClient sql;

    InvitedAddressStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Until the transaction ends nobody else adds any. */
    void hold(CommunityId community) {
        sql.sql("select id from community where id = ? for no key update")
                .param(community.value())
                .query(Long.class)
                .single();
    }

    /** @return its number; nothing when this address was invited before */
    Optional<Integer> add(CommunityId community, Addressee to, PersonId by, Instant at) {
        return sql.sql("""
                        insert into invited_address (community_id, n, mail, name, person_id, at)
                        select :community, coalesce(max(n), 0) + 1, :mail, :name, :by, :at
                        from invited_address where community_id = :community
                        on conflict (community_id, mail) do nothing returning n
                        """)
                .param("community", community.value())
                .param("mail", to.mail().text())
                .param("name", to.name())
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .optional();
    }

    /** How many this person has invited since then, to whichever community. */
    int since(PersonId by, Instant then) {
        return sql.sql("select count(*) from invited_address where person_id = ? and at > ?")
                .params(by.value(), Timestamp.from(then))
                .query(Integer.class)
                .single();
    }

    /** Those this member invited, newest first. */
    List<InvitedAddress> of(Member by, int most) {
        return sql.sql("""
                        select * from invited_address where community_id = ? and person_id = ? order by n desc limit ?
                        """)
                .params(by.community().value(), by.person().value(), most)
                .query((row, n) -> address(row))
                .list();
    }

    /** Those of them who were invited before then, have not come, and are reminded by that. */
    List<InvitedAddress> remind(Member by, Instant before, Instant now) {
        return sql.sql("""
                        update invited_address set reminded = :now
                        where community_id = :community and person_id = :by and at <= :before
                            and reminded is null and joined is null
                        returning *
                        """)
                .param("community", by.community().value())
                .param("by", by.person().value())
                .param("before", Timestamp.from(before))
                .param("now", Timestamp.from(now))
                .query((row, n) -> address(row))
                .list();
    }

    boolean isAny(CommunityId community) {
        return sql.sql("select exists (select from invited_address where community_id = ?)")
                .param(community.value())
                .query(Boolean.class)
                .single();
    }

    /** The address that link was mailed to. */
    Optional<InvitedAddress> of(InvitationLink link) {
        return sql.sql("""
                        select a.* from invited_address a
                        join invitation_link l on l.community_id = a.community_id and l.invited = a.n
                        where l.community_id = ? and l.n = ?
                        """)
                .params(link.community().value(), link.n())
                .query((row, n) -> address(row))
                .optional();
    }

    /** Whoever has this address has joined. */
    void joined(CommunityId community, String mail, PersonId person) {
        sql.sql("update invited_address set joined = ? where community_id = ? and mail = ? and joined is null")
                .params(person.value(), community.value(), mail)
                .update();
    }

    /** Somebody has joined by that link. */
    void joined(InvitationLink link, PersonId person) {
        sql.sql("""
                        update invited_address a set joined = :person from invitation_link l
                        where l.community_id = :community and l.n = :n
                            and a.community_id = l.community_id and a.n = l.invited and a.joined is null
                        """)
                .param("person", person.value())
                .param("community", link.community().value())
                .param("n", link.n())
                .update();
    }

    /** Their links are of use to nobody else: those of addresses from which somebody has joined. */
    void endUsed(CommunityId community, Instant at) {
        sql.sql("""
                        update invitation_link l set ended = ?, ended_by = a.joined from invited_address a
                        where l.community_id = ? and l.ended is null
                            and a.community_id = l.community_id and a.n = l.invited and a.joined is not null
                        """).params(Timestamp.from(at), community.value()).update();
    }

    private static InvitedAddress address(ResultSet row) throws SQLException {
        long joined = row.getLong("joined");
        return new InvitedAddress(
                row.getInt("n"),
                row.getString("mail"),
                row.getString("name"),
                Rows.instant(row, "at"),
                Rows.instantOrNull(row, "reminded"),
                joined == 0 ? null : new PersonId(joined));
    }
}
