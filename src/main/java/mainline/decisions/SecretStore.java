package mainline.decisions;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Boxes of secret ballots, and apart from them who cast one; both in rows of many that are written anew each time. */
@Repository
class SecretStore {
    private final JdbcClient sql;

    SecretStore(JdbcClient sql) {
        this.sql = sql;
    }

    void prepare(Subject decision, int round, int shards) {
        sql.sql("insert into secret_roll select ?, ?, ?, shard, '{}' from generate_series(0, ? - 1) shard")
                .params(decision.community().value(), decision.number(), round, shards)
                .update();
        addBox(decision, round, 0, List.of());
    }

    /** Who of this part of the roll has voted, held until the transaction ends. */
    List<Long> holdVoted(Subject decision, int round, int shard) {
        return sql.sql("""
                        select voted from secret_roll
                        where community_id = ? and decision_number = ? and round = ? and shard = ? for update
                        """)
                .params(decision.community().value(), decision.number(), round, shard)
                .query((row, n) -> longs(row.getArray(1)))
                .single();
    }

    void voted(Subject decision, int round, int shard, List<Long> voted) {
        sql.sql("""
                        update secret_roll set voted = ?
                        where community_id = ? and decision_number = ? and round = ? and shard = ?
                        """)
                .params(voted.toArray(Long[]::new), decision.community().value(), decision.number(), round, shard)
                .update();
    }

    boolean hasVoted(Subject decision, int round, int shard, PersonId person) {
        return sql.sql("""
                        select coalesce((select ? = any(voted) from secret_roll
                            where community_id = ? and decision_number = ? and round = ? and shard = ?), false)
                        """)
                .params(person.value(), decision.community().value(), decision.number(), round, shard)
                .query(Boolean.class)
                .single();
    }

    int voted(Subject decision, int round) {
        return sql.sql("""
                        select coalesce(sum(cardinality(voted)), 0) from secret_roll
                        where community_id = ? and decision_number = ? and round = ?
                        """)
                .params(decision.community().value(), decision.number(), round)
                .query(Integer.class)
                .single();
    }

    List<PersonId> voters(Subject decision, int round, long after, int most) {
        return sql.sql("""
                        select person from secret_roll, unnest(voted) person
                        where community_id = ? and decision_number = ? and round = ? and person > ?
                        order by person limit ?
                        """)
                .params(decision.community().value(), decision.number(), round, after, most)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    List<Integer> boxes(Subject decision, int round) {
        return sql.sql(
                        "select box from secret_box where community_id = ? and decision_number = ? and round = ? order by box")
                .params(decision.community().value(), decision.number(), round)
                .query(Integer.class)
                .list();
    }

    /** The ballots of a box, held until the transaction ends. */
    List<String> holdBox(Subject decision, int round, int box) {
        return sql.sql("""
                        select ballots from secret_box
                        where community_id = ? and decision_number = ? and round = ? and box = ? for update
                        """)
                .params(decision.community().value(), decision.number(), round, box)
                .query((row, n) -> texts(row.getArray(1)))
                .single();
    }

    void putBox(Subject decision, int round, int box, List<String> ballots) {
        sql.sql("""
                        update secret_box set ballots = ?
                        where community_id = ? and decision_number = ? and round = ? and box = ?
                        """)
                .params(ballots.toArray(String[]::new), decision.community().value(), decision.number(), round, box)
                .update();
    }

    void addBox(Subject decision, int round, int box, List<String> ballots) {
        sql.sql("insert into secret_box values (?, ?, ?, ?, ?)")
                .params(decision.community().value(), decision.number(), round, box, ballots.toArray(String[]::new))
                .update();
    }

    /** The ballot with this receipt, if one of the boxes holds it. */
    Optional<String> find(Subject decision, int round, String receipt) {
        return sql.sql("""
                        select ballot from secret_box, unnest(ballots) ballot
                        where community_id = ? and decision_number = ? and round = ? and starts_with(ballot, ? || ' ')
                        limit 1
                        """)
                .params(decision.community().value(), decision.number(), round, receipt)
                .query(String.class)
                .optional();
    }

    /** Every ballot of every box, in the order of receipts. */
    List<String> all(Subject decision, int round) {
        return sql.sql("""
                        select ballot from secret_box, unnest(ballots) ballot
                        where community_id = ? and decision_number = ? and round = ? order by ballot collate "C"
                        """)
                .params(decision.community().value(), decision.number(), round)
                .query(String.class)
                .list();
    }

    void forgetBoxes(Subject decision, int round) {
        sql.sql("delete from secret_box where community_id = ? and decision_number = ? and round = ?")
                .params(decision.community().value(), decision.number(), round)
                .update();
    }

    void forgetVoted(Subject decision, int round) {
        sql.sql("delete from secret_roll where community_id = ? and decision_number = ? and round = ?")
                .params(decision.community().value(), decision.number(), round)
                .update();
    }

    /** Takes earlier writings of boxes and of who voted off the disk's pages; outside of any transaction. */
    void sweep() {
        sql.sql("vacuum secret_box, secret_roll, decision_ballot").update();
    }

    private static List<Long> longs(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
