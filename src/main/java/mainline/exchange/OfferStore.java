package mainline.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfferStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Optional<Offer>> find;

    OfferStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.find = memory.ofThings(MOST_KNOWN);
    }

    void add(Offer offer) {
        Subject source = offer.source();
        Offer.Tried tried = offer.tried();
        sql.sql("""
                        insert into fork_offer
                            (community_id, number, fork_id, fork_change, person_id, at, yes, changes, no, verdict)
                        values (:community, :number, :fork, :source, :by, :at, :yes, :changes, :no, :verdict)
                        """)
                .param("community", offer.change().community().value())
                .param("number", offer.change().number())
                .param("fork", offer.fork().value())
                .param("source", source == null ? null : source.number())
                .param("by", offer.by().value())
                .param("at", Timestamp.from(offer.at()))
                .param("yes", tried == null ? null : tried.yes())
                .param("changes", tried == null ? null : tried.changes())
                .param("no", tried == null ? null : tried.no())
                .param("verdict", tried == null ? null : tried.verdict())
                .update();
    }

    /** What a change of the origin was offered as. */
    Optional<Offer> find(Subject change) {
        return find.get(change, this::readFind);
    }

    private Optional<Offer> readFind(Subject change) {
        return sql.sql("select * from fork_offer where community_id = ? and number = ?")
                .params(change.community().value(), change.number())
                .query((row, n) -> offer(row))
                .optional();
    }

    /** As what a change of a fork was offered, newest first. */
    List<Offer> of(Subject source, int most) {
        return sql.sql("select * from fork_offer where fork_id = ? and fork_change = ? order by at desc limit ?")
                .params(source.community().value(), source.number(), most)
                .query((row, n) -> offer(row))
                .list();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        CommunityId fork = new CommunityId(row.getLong("fork_id"));
        long source = row.getLong("fork_change");
        Subject change = Rows.subject(row, Subject.Kind.CHANGE, "number");
        String verdict = row.getString("verdict");
        return new Offer(
                change,
                fork,
                source == 0 ? null : new Subject(fork, Subject.Kind.CHANGE, source),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"),
                verdict == null
                        ? null
                        : new Offer.Tried(row.getInt("yes"), row.getInt("changes"), row.getInt("no"), verdict));
    }
}
