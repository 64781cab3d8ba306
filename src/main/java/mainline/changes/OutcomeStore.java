package mainline.changes;

import java.sql.Timestamp;
import java.util.Optional;
import mainline.kernel.Subject;
import org.eclipse.jgit.lib.ObjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became of changes: merged, enacted or withdrawn, by whom and when. */
@Repository
class OutcomeStore {
    private final JdbcClient sql;

    OutcomeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where a merged change is in the handbook's history. */
    Optional<ObjectId> mergedAs(Subject change) {
        return sql.sql("""
                        select head from change_merge where community_id = :community and number = :number
                        union all
                        select head from change_enactment where community_id = :community and number = :number
                        """)
                .param("community", change.community().value())
                .param("number", change.number())
                .query((row, n) -> ObjectId.fromString(row.getString(1)))
                .optional();
    }

    void merge(Subject change, Change.Merged merged, ObjectId head) {
        sql.sql("insert into change_merge (community_id, number, person_id, head, alone, at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        change.community().value(),
                        change.number(),
                        merged.by().value(),
                        head.name(),
                        merged.alone(),
                        Timestamp.from(merged.at()))
                .update();
        state(change, "MERGED");
    }

    void enact(Subject change, Change.Enacted enacted, ObjectId head) {
        Long decision = null;
        Long person = null;
        String rule = null;
        switch (enacted.origin()) {
            case Change.ByDecision by -> decision = by.decision().number();
            case Change.ByPerson by -> person = by.person().value();
            case Change.ByRule by -> rule = by.name();
        }
        sql.sql("""
                        insert into change_enactment (community_id, number, decision, person_id, rule, head, at)
                        values (:community, :number, :decision, :person, :rule, :head, :at)
                        """)
                .param("community", change.community().value())
                .param("number", change.number())
                .param("decision", decision)
                .param("person", person)
                .param("rule", rule)
                .param("head", head.name())
                .param("at", Timestamp.from(enacted.at()))
                .update();
        state(change, "MERGED");
    }

    void withdraw(Subject change, Change.Withdrawn withdrawn) {
        sql.sql("insert into change_withdrawal (community_id, number, person_id, at) values (?, ?, ?, ?)")
                .params(
                        change.community().value(),
                        change.number(),
                        withdrawn.by().value(),
                        Timestamp.from(withdrawn.at()))
                .update();
        state(change, "WITHDRAWN");
    }

    private void state(Subject change, String state) {
        sql.sql("update change set state = ? where community_id = ? and number = ?")
                .params(state, change.community().value(), change.number())
                .update();
    }
}
