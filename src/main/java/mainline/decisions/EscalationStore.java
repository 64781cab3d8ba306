package mainline.decisions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EscalationStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Optional<Subject>> following;
    private final Kept<Subject, Optional<Subject>> preceding;

    EscalationStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.following = memory.ofThings(MOST_KNOWN);
        this.preceding = memory.ofThings(MOST_KNOWN);
    }

    void add(Subject decision, Subject next, @Nullable PersonId by, Instant at) {
        sql.sql("""
                        insert into decision_escalation (community_id, decision_number, next_number, person_id, at)
                        values (:community, :decision, :next, :person, :at)
                        """)
                .param("community", decision.community().value())
                .param("decision", decision.number())
                .param("next", next.number())
                .param("person", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** As what it goes on. */
    Optional<Subject> next(Subject decision) {
        return following.get(decision, this::readNext);
    }

    private Optional<Subject> readNext(Subject decision) {
        return other(
                decision, "select next_number from decision_escalation where community_id = ? and decision_number = ?");
    }

    /** What it goes on from. */
    Optional<Subject> before(Subject decision) {
        return preceding.get(decision, this::readBefore);
    }

    private Optional<Subject> readBefore(Subject decision) {
        return other(
                decision, "select decision_number from decision_escalation where community_id = ? and next_number = ?");
    }

    private Optional<Subject> other(Subject decision, String query) {
        return sql.sql(query)
                .params(decision.community().value(), decision.number())
                .query(Long.class)
                .optional()
                .map(number -> new Subject(decision.community(), Subject.Kind.DECISION, number));
    }
}
