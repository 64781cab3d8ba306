package mainline.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The roll, open ballots, and all ballots once they are published. */
@Repository
class BallotStore {
    /** @param place 0 before the close */
    record Row(
            int place,
            String receipt,
            String choice,
            @Nullable PersonId voter,
            String reason) {}

    private final JdbcClient sql;

    BallotStore(JdbcClient sql) {
        this.sql = sql;
    }

    void enrol(Subject decision, List<PersonId> people, int shards) {
        sql.sql("""
                        insert into decision_roll (community_id, decision_number, shard, people)
                        select ?, ?, person % ? as shard, array_agg(person)
                        from unnest(?) person group by shard
                        """)
                .params(decision.community().value(), decision.number(), shards, Rows.ids(people))
                .update();
    }

    /** @param eligible how many are on the roll with this person, by which the terms are */
    void admit(Subject decision, int shard, PersonId person, int eligible, Terms terms) {
        sql.sql("""
                        insert into decision_roll (community_id, decision_number, shard, people) values (?, ?, ?, ?)
                        on conflict (community_id, decision_number, shard)
                            do update set people = decision_roll.people || excluded.people
                        """)
                .params(decision.community().value(), decision.number(), shard, Rows.ids(List.of(person)))
                .update();
        sql.sql("update decision set eligible = ?, terms = ?::jsonb where community_id = ? and number = ?")
                .params(eligible, TermsCodec.write(terms), decision.community().value(), decision.number())
                .update();
    }

    boolean isOnRoll(Subject decision, int shard, PersonId person) {
        return sql.sql("""
                        select exists (select from decision_roll
                            where community_id = ? and decision_number = ? and shard = ? and ? = any(people))
                        """)
                .params(decision.community().value(), decision.number(), shard, person.value())
                .query(Boolean.class)
                .single();
    }

    List<PersonId> roll(Subject decision, long after, int most) {
        return sql.sql("""
                        select person from decision_roll, unnest(people) person
                        where community_id = ? and decision_number = ? and person > ?
                        order by person limit ?
                        """)
                .params(decision.community().value(), decision.number(), after, most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    void put(Subject decision, int round, PersonId person, String receipt, String choice, String reason, Instant at) {
        sql.sql("""
                        insert into decision_ballot values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (community_id, decision_number, round, person_id) do update set
                            receipt = excluded.receipt, choice = excluded.choice, reason = excluded.reason, at = excluded.at
                        """)
                .params(
                        decision.community().value(),
                        decision.number(),
                        round,
                        person.value(),
                        receipt,
                        choice,
                        reason,
                        Timestamp.from(at))
                .update();
    }

    Optional<OwnBallot> own(Decision decision, PersonId person) {
        return sql.sql("""
                        select choice, reason, at from decision_ballot
                        where community_id = ? and decision_number = ? and round = ? and person_id = ?
                        """)
                .params(
                        decision.subject().community().value(),
                        decision.subject().number(),
                        decision.round(),
                        person.value())
                .query((row, n) -> new OwnBallot(
                        BallotCodec.read(decision.method(), row.getString(1)),
                        new Said(row.getString(2), ""),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    Optional<String> receipt(Subject decision, int round, PersonId person) {
        return sql.sql("""
                        select receipt from decision_ballot
                        where community_id = ? and decision_number = ? and round = ? and person_id = ?
                        """)
                .params(decision.community().value(), decision.number(), round, person.value())
                .query(String.class)
                .optional();
    }

    int voted(Subject decision, int round) {
        return sql.sql(
                        "select count(*) from decision_ballot where community_id = ? and decision_number = ? and round = ?")
                .params(decision.community().value(), decision.number(), round)
                .query(Integer.class)
                .single();
    }

    List<PersonId> voters(Subject decision, int round, long after, int most) {
        return sql.sql("""
                        select person_id from decision_ballot
                        where community_id = ? and decision_number = ? and round = ? and person_id > ?
                        order by person_id limit ?
                        """)
                .params(decision.community().value(), decision.number(), round, after, most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    List<Row> open(Subject decision, int round) {
        return sql.sql("""
                        select 0 as place, receipt, choice, person_id, reason from decision_ballot
                        where community_id = ? and decision_number = ? and round = ?
                        """)
                .params(decision.community().value(), decision.number(), round)
                .query((row, n) -> row(row))
                .list();
    }

    void forget(Subject decision, int round) {
        sql.sql("delete from decision_ballot where community_id = ? and decision_number = ? and round = ?")
                .params(decision.community().value(), decision.number(), round)
                .update();
    }

    /** In one statement, in the order given. */
    void publish(Subject decision, List<Row> ballots) {
        sql.sql("""
                        insert into published_ballot
                        select ?, ?, place, receipt, choice, person, reason
                        from unnest(?, ?, ?, ?) with ordinality as b (receipt, choice, person, reason, place) order by place
                        """)
                .params(
                        decision.community().value(),
                        decision.number(),
                        ballots.stream().map(Row::receipt).toArray(String[]::new),
                        ballots.stream().map(Row::choice).toArray(String[]::new),
                        ballots.stream()
                                .map(row -> row.voter() == null
                                        ? null
                                        : (Long) row.voter().value())
                                .toArray(Long[]::new),
                        ballots.stream().map(Row::reason).toArray(String[]::new))
                .update();
    }

    List<Row> published(Subject decision, long after, int most) {
        return sql.sql("""
                        select place, receipt, choice, person_id, reason from published_ballot
                        where community_id = ? and decision_number = ? and place > ? order by place limit ?
                        """)
                .params(decision.community().value(), decision.number(), after, most)
                .query((row, n) -> row(row))
                .list();
    }

    List<Row> published(Subject decision) {
        return published(decision, 0, Integer.MAX_VALUE);
    }

    Optional<Row> published(Subject decision, String receipt) {
        return sql.sql("""
                        select place, receipt, choice, person_id, reason from published_ballot
                        where community_id = ? and decision_number = ? and receipt = ?
                        """)
                .params(decision.community().value(), decision.number(), receipt)
                .query((row, n) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        long person = row.getLong("person_id");
        PersonId voter = row.wasNull() ? null : new PersonId(person);
        return new Row(
                row.getInt("place"), row.getString("receipt"), row.getString("choice"), voter, row.getString("reason"));
    }
}
