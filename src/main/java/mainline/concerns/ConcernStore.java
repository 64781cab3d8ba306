package mainline.concerns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConcernStore {
    /** A clock that has to be looked at. */
    record Due(Subject decision, int concern) {}

    private final JdbcClient sql;

    ConcernStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** All concerns of a decision, the oldest first. */
    List<Concern> of(Subject decision) {
        Map<Integer, List<Concern.Turn>> turns = turns(decision);
        return sql.sql("""
                        select c.*, k.since, k.until, e.how, e.reason, e.at as ended
                        from concern c
                        left join concern_clock k using (community_id, decision_number, concern)
                        left join concern_end e using (community_id, decision_number, concern)
                        where c.community_id = ? and c.decision_number = ?
                        order by c.concern
                        """)
                .params(decision.community().value(), decision.number())
                .query((row, n) -> concern(decision, row, turns.getOrDefault(row.getInt("concern"), List.of())))
                .list();
    }

    private Map<Integer, List<Concern.Turn>> turns(Subject decision) {
        Map<Integer, List<Concern.Turn>> all = new HashMap<>();
        sql.sql("select * from concern_turn where community_id = ? and decision_number = ? order by concern, turn")
                .params(decision.community().value(), decision.number())
                .query(row -> {
                    all.computeIfAbsent(row.getInt("concern"), any -> new ArrayList<>())
                            .add(new Concern.Turn(
                                    Concern.Kind.valueOf(row.getString("kind")),
                                    Rows.person(row, "person_id"),
                                    row.getString("text"),
                                    Rows.instant(row, "at")));
                });
        return all;
    }

    private static Concern concern(Subject decision, ResultSet row, List<Concern.Turn> turns) throws SQLException {
        return new Concern(
                decision,
                row.getInt("concern"),
                Rows.person(row, "person_id"),
                Rows.person(row, "resolver_id"),
                row.getString("harm"),
                row.getInt("clause"),
                Rows.instant(row, "at"),
                List.copyOf(turns),
                state(row));
    }

    private static Concern.State state(ResultSet row) throws SQLException {
        String how = row.getString("how");
        if (how != null) {
            Instant at = Rows.instant(row, "ended");
            return switch (how) {
                case "RESOLVED" -> new Concern.Resolved(at, row.getString("reason"));
                case "STANDS" -> new Concern.Stands(at, row.getString("reason"));
                default -> new Concern.Lapsed(at);
            };
        }
        Instant until = Rows.instantOrNull(row, "until");
        return until == null ? new Concern.Waiting() : new Concern.Answered(Rows.instant(row, "since"), until);
    }

    /** @return its number; the caller holds the decision */
    int add(Subject decision, PersonId by, PersonId resolver, String harm, int clause, Instant at) {
        return sql.sql("""
                        insert into concern (community_id, decision_number, concern, person_id, resolver_id, harm, clause, at)
                        select :community, :decision, coalesce(max(concern), 0) + 1, :person, :resolver, :harm, :clause, :at
                        from concern where community_id = :community and decision_number = :decision
                        returning concern
                        """)
                .param("community", decision.community().value())
                .param("decision", decision.number())
                .param("person", by.value())
                .param("resolver", resolver.value())
                .param("harm", harm)
                .param("clause", clause)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    void turn(Concern concern, Concern.Turn turn) {
        sql.sql("""
                        insert into concern_turn (community_id, decision_number, concern, turn, kind, person_id, text, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        concern.decision().community().value(),
                        concern.decision().number(),
                        concern.number(),
                        concern.turns().size() + 1,
                        turn.kind().name(),
                        turn.by().value(),
                        turn.text(),
                        Timestamp.from(turn.at()))
                .update();
    }

    /** From now on whoever raised it owes the next word. A clock that runs already goes on as it is. */
    void start(Concern concern, Instant since, Instant until, Instant reminds) {
        sql.sql("""
                        insert into concern_clock (community_id, decision_number, concern, since, until, reminds)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        concern.decision().community().value(),
                        concern.decision().number(),
                        concern.number(),
                        Timestamp.from(since),
                        Timestamp.from(until),
                        Timestamp.from(reminds))
                .update();
    }

    void stop(Concern concern) {
        stop(concern.decision(), concern.number());
    }

    void stop(Subject decision, int concern) {
        sql.sql("delete from concern_clock where community_id = ? and decision_number = ? and concern = ?")
                .params(decision.community().value(), decision.number(), concern)
                .update();
    }

    void end(Concern concern, String how, String reason, Instant at) {
        stop(concern);
        sql.sql("""
                        insert into concern_end (community_id, decision_number, concern, how, reason, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        concern.decision().community().value(),
                        concern.decision().number(),
                        concern.number(),
                        how,
                        reason,
                        Timestamp.from(at))
                .update();
    }

    /** The clock need not be asked again while somebody owes an answer; the window itself stays as it was told. */
    void rest(Subject decision) {
        sql.sql("update open_decision set ends = 'infinity' where community_id = ? and decision_number = ?")
                .params(decision.community().value(), decision.number())
                .update();
    }

    void wake(Subject decision) {
        sql.sql("""
                        update open_decision p set ends = d.ends from decision d
                        where d.community_id = p.community_id and d.number = p.decision_number
                            and p.community_id = ? and p.decision_number = ?
                        """).params(decision.community().value(), decision.number()).update();
    }

    List<Due> due(Instant now, int most) {
        return look("select * from concern_clock where until <= ? order by until limit ?", now, most);
    }

    List<Due> toRemind(Instant now, int most) {
        return look("select * from concern_clock where reminds <= ? order by reminds limit ?", now, most);
    }

    private List<Due> look(String query, Instant now, int most) {
        return sql.sql(query)
                .params(Timestamp.from(now), most)
                .query((row, n) ->
                        new Due(Rows.subject(row, Subject.Kind.DECISION, "decision_number"), row.getInt("concern")))
                .list();
    }

    void reminded(Concern concern) {
        sql.sql("""
                        update concern_clock set reminds = null
                        where community_id = ? and decision_number = ? and concern = ?
                        """)
                .params(
                        concern.decision().community().value(),
                        concern.decision().number(),
                        concern.number())
                .update();
    }
}
