package mainline.remarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RemarkStore {
    private static final String SELECT = """
            select r.*, e.person_id resolver_id, e.at resolved_at, t.version taken_in from change_remark r
            left join change_remark_resolution e on e.community_id = r.community_id and e.number = r.number
            left join change_suggestion_taken t on t.community_id = r.community_id and t.number = r.number
            """;

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, List<Remark>> known;

    RemarkStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.known = memory.ofThings(MOST_KNOWN);
    }

    void add(Remark remark) {
        Remark.Anchor anchor = remark.anchor();
        sql.sql("""
                        insert into change_remark (community_id, number, change_number, version, before, path, first_line,
                            last_line, wording, suggestion, person_id, asks, at, author_next, next_since)
                        values (:community, :number, :change, :version, :before, :path, :first, :last, :wording,
                            :suggestion, :person, :asks, :at, :next, :at)
                        """)
                .param("community", remark.subject().community().value())
                .param("number", remark.subject().number())
                .param("change", remark.change().number())
                .param("version", anchor.version())
                .param("before", anchor.before())
                .param("path", anchor.path())
                .param("first", anchor.first())
                .param("last", anchor.last())
                .param("wording", anchor.wording())
                .param("suggestion", remark.suggestion())
                .param("person", remark.by().value())
                .param("asks", remark.asks())
                .param("next", remark.authorNext())
                .param("at", Timestamp.from(remark.at()))
                .update();
    }

    /** In the order they were made. */
    List<Remark> of(Subject change) {
        return known.get(change, this::read);
    }

    private List<Remark> read(Subject change) {
        return sql.sql(SELECT + "where r.community_id = ? and r.change_number = ? order by r.number")
                .params(change.community().value(), change.number())
                .query((row, n) -> remark(change.community(), row))
                .list();
    }

    Optional<Remark> find(CommunityId community, long number) {
        return sql.sql(SELECT + "where r.community_id = ? and r.number = ?")
                .params(community.value(), number)
                .query((row, n) -> remark(community, row))
                .optional();
    }

    /** Whether this person made a remark on the change since then. */
    boolean anyBy(Subject change, PersonId person, Instant since) {
        return sql.sql("""
                        select exists (select from change_remark
                            where community_id = ? and change_number = ? and person_id = ? and at > ?)
                        """)
                .params(change.community().value(), change.number(), person.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    void next(Subject remark, boolean author, Instant since) {
        sql.sql("update change_remark set author_next = ?, next_since = ? where community_id = ? and number = ?")
                .params(author, Timestamp.from(since), remark.community().value(), remark.number())
                .update();
    }

    /** @return false when it is resolved already */
    boolean resolve(Subject remark, Remark.Resolution resolution) {
        return sql.sql("""
                        insert into change_remark_resolution (community_id, number, person_id, at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .params(
                                remark.community().value(),
                                remark.number(),
                                resolution.by().value(),
                                Timestamp.from(resolution.at()))
                        .update()
                == 1;
    }

    /** @return false when it is not resolved */
    boolean reopen(Subject remark) {
        return sql.sql("delete from change_remark_resolution where community_id = ? and number = ?")
                        .params(remark.community().value(), remark.number())
                        .update()
                == 1;
    }

    void take(Subject remark, int version, PersonId by, Instant at) {
        sql.sql("""
                        insert into change_suggestion_taken (community_id, number, version, person_id, at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(remark.community().value(), remark.number(), version, by.value(), Timestamp.from(at))
                .update();
    }

    private static Remark remark(CommunityId community, ResultSet row) throws SQLException {
        return new Remark(
                new Subject(community, Subject.Kind.REMARK, row.getLong("number")),
                new Subject(community, Subject.Kind.CHANGE, row.getLong("change_number")),
                new Remark.Anchor(
                        row.getInt("version"),
                        row.getBoolean("before"),
                        row.getString("path"),
                        row.getInt("first_line"),
                        row.getInt("last_line"),
                        row.getString("wording")),
                Rows.person(row, "person_id"),
                Rows.instant(row, "at"),
                row.getString("suggestion"),
                row.getBoolean("asks"),
                row.getBoolean("author_next"),
                Rows.instant(row, "next_since"),
                resolution(row),
                row.getInt("taken_in"));
    }

    private static Remark.@Nullable Resolution resolution(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "resolved_at");
        return at == null ? null : new Remark.Resolution(Rows.person(row, "resolver_id"), at);
    }
}
