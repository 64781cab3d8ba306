package mainline.stewardship;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecallStore {
    private final JdbcClient sql;

    RecallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the same is being asked already */
    boolean add(Recall recall) {
        return sql.sql("""
                        insert into recall (community_id, number, state, area, steward_id, by_id, reason, words, at,
                            decision)
                        values (?, ?, 'DECIDING', ?, ?, ?, ?, ?, ?, ?)
                        on conflict (community_id, area, steward_id) where state in ('DECIDING', 'WAITING') do nothing
                        """)
                        .params(
                                recall.subject().community().value(),
                                recall.subject().number(),
                                recall.area(),
                                recall.steward().value(),
                                recall.by().value(),
                                recall.reason(),
                                recall.words(),
                                Timestamp.from(recall.at()),
                                recall.decision().number())
                        .update()
                == 1;
    }

    void end(Subject recall, String state, Instant at, @Nullable Subject change) {
        sql.sql("""
                        update recall set state = :state, ended = :at, change = :change
                        where community_id = :community and number = :number
                        """)
                .param("state", state)
                .param("at", Timestamp.from(at))
                .param("change", change == null ? null : change.number())
                .param("community", recall.community().value())
                .param("number", recall.number())
                .update();
    }

    void lock(Subject recall) {
        sql.sql("select number from recall where community_id = ? and number = ? for update")
                .params(recall.community().value(), recall.number())
                .query(Long.class)
                .optional();
    }

    Optional<Recall> find(Subject recall) {
        return sql.sql("select * from recall where community_id = ? and number = ?")
                .params(recall.community().value(), recall.number())
                .query((row, n) -> recall(recall.community(), row))
                .optional();
    }

    /** Those that are being decided, or wait to be carried out, the newest first. */
    List<Recall> open(CommunityId community, int most) {
        return sql.sql("""
                        select * from recall where community_id = ? and state in ('DECIDING', 'WAITING')
                        order by number desc limit ?
                        """)
                .params(community.value(), most)
                .query((row, n) -> recall(community, row))
                .list();
    }

    boolean wasTurnedDown(CommunityId community, String area, PersonId steward, Instant since) {
        return sql.sql("""
                        select exists (select from recall where community_id = ? and area = ? and steward_id = ?
                            and state = 'TURNED_DOWN' and ended > ?)
                        """)
                .params(community.value(), area, steward.value(), Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    private static Recall recall(CommunityId community, ResultSet row) throws SQLException {
        return new Recall(
                new Subject(community, Subject.Kind.RECALL, row.getLong("number")),
                row.getString("area"),
                Rows.person(row, "steward_id"),
                Rows.person(row, "by_id"),
                row.getString("reason"),
                row.getString("words"),
                Rows.instant(row, "at"),
                NominationStore.decision(community, row),
                state(community, row));
    }

    private static Recall.State state(CommunityId community, ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "DECIDING" -> new Recall.Deciding();
            case "WAITING" -> new Recall.Waiting(NominationStore.moment(row, "ended"));
            case "CARRIED_OUT" ->
                new Recall.CarriedOut(NominationStore.moment(row, "ended"), NominationStore.change(community, row));
            case "TURNED_DOWN" -> new Recall.TurnedDown(NominationStore.moment(row, "ended"));
            case "WITHDRAWN" -> new Recall.Withdrawn(NominationStore.moment(row, "ended"));
            default -> new Recall.Lapsed(NominationStore.moment(row, "ended"));
        };
    }
}
