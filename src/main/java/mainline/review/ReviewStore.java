package mainline.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members and stewards said about changes: endorsements, approvals and concerns. */
@Repository
class ReviewStore {
    /** With {@code stands}: whether the present version changes the same as the one that was spoken about. */
    private static final String SAID = """
            select a.*, (a.version = c.version or coalesce(av.content = cv.content, false)) stands
            from %s a
            join change c using (community_id, number)
            left join change_version av on av.community_id = c.community_id and av.number = c.number
                and av.version = a.version
            left join change_version cv on cv.community_id = c.community_id and cv.number = c.number
                and cv.version = c.version
            where a.community_id = ? and a.number = ? and a.withdrawn is null order by a.at, a.person_id
            """;

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, List<Approval>> approvals;
    private final Kept<Subject, List<Endorsement>> endorsements;
    private final Kept<Subject, List<Concern>> concerns;

    ReviewStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.approvals = memory.ofThings(MOST_KNOWN);
        this.endorsements = memory.ofThings(MOST_KNOWN);
        this.concerns = memory.ofThings(MOST_KNOWN);
    }

    /** @return false when the person approves this version already */
    boolean approve(Subject change, Approval approval) {
        return sql.sql("""
                        insert into change_approval (community_id, number, version, person_id, interest, at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (community_id, number, version, person_id) where withdrawn is null do nothing
                        """)
                        .params(
                                change.community().value(),
                                change.number(),
                                approval.version(),
                                approval.by().value(),
                                approval.interest(),
                                Timestamp.from(approval.at()))
                        .update()
                == 1;
    }

    /** An approval and an endorsement by this person that stood for the version before stand for the newest one too. */
    void carryOver(Subject change, PersonId by) {
        carryOver("change_approval", "interest, at", change, by);
        carryOver("change_endorsement", "at", change, by);
    }

    private void carryOver(String table, String said, Subject change, PersonId by) {
        sql.sql("""
                        insert into %1$s (community_id, number, version, person_id, %2$s)
                        select a.community_id, a.number, c.version, a.person_id, %2$s
                        from (select * from %1$s where withdrawn is null) a
                        join (select community_id, number, version from change) c using (community_id, number)
                        join (select community_id, number, version, content from change_version) av
                            on av.community_id = a.community_id and av.number = a.number and av.version = a.version
                        join (select community_id, number, version, content from change_version) pv
                            on pv.community_id = a.community_id and pv.number = a.number and pv.version = c.version - 1
                        where a.community_id = ? and a.number = ? and a.person_id = ?
                            and (a.version = pv.version or av.content = pv.content)
                        order by a.version desc limit 1
                        on conflict (community_id, number, version, person_id) where withdrawn is null do nothing
                        """.formatted(table, said))
                .params(change.community().value(), change.number(), by.value())
                .update();
    }

    /** Takes all approvals of the change back, those of earlier versions too. */
    boolean withdrawApproval(Subject change, PersonId by, Instant at) {
        return withdraw("change_approval", change, by, at);
    }

    /** All that were not taken back, those of earlier versions too, in the order they were given. */
    List<Approval> approvals(Subject change) {
        return approvals.get(change, this::readApprovals);
    }

    private List<Approval> readApprovals(Subject change) {
        return sql.sql(SAID.formatted("change_approval"))
                .params(change.community().value(), change.number())
                .query((row, n) -> new Approval(
                        Rows.person(row, "person_id"),
                        row.getInt("version"),
                        row.getString("interest"),
                        Rows.instant(row, "at"),
                        row.getBoolean("stands")))
                .list();
    }

    /** Somebody's word, and whether it was for what the version before changes, and for what the present one does. */
    record Turn(PersonId by, boolean stood, boolean stands) {
        boolean fell() {
            return stood && !stands;
        }

        boolean rose() {
            return stands && !stood;
        }
    }

    /** What the newest version made of approvals, for each steward once. */
    List<Turn> approvalsTurned(Subject change) {
        return turned("change_approval", change);
    }

    /** The same of endorsements. */
    List<Turn> endorsementsTurned(Subject change) {
        return turned("change_endorsement", change);
    }

    private List<Turn> turned(String table, Subject change) {
        return sql.sql("""
                        select a.person_id, bool_or(a.version = c.version - 1 or coalesce(av.content = pv.content, false)) stood,
                            bool_or(a.version = c.version or coalesce(av.content = cv.content, false)) stands
                        from %s a
                        join change c using (community_id, number)
                        left join change_version av on av.community_id = c.community_id and av.number = c.number
                            and av.version = a.version
                        left join change_version cv on cv.community_id = c.community_id and cv.number = c.number
                            and cv.version = c.version
                        left join change_version pv on pv.community_id = c.community_id and pv.number = c.number
                            and pv.version = c.version - 1
                        where a.community_id = ? and a.number = ? and a.withdrawn is null
                        group by a.person_id order by a.person_id
                        """.formatted(table))
                .params(change.community().value(), change.number())
                .query((row, n) ->
                        new Turn(Rows.person(row, "person_id"), row.getBoolean("stood"), row.getBoolean("stands")))
                .list();
    }

    /** @return false when the person endorses this version already */
    boolean endorse(Subject change, int version, PersonId by, Instant at) {
        return sql.sql("""
                        insert into change_endorsement (community_id, number, version, person_id, at)
                        values (?, ?, ?, ?, ?)
                        on conflict (community_id, number, version, person_id) where withdrawn is null do nothing
                        """)
                        .params(change.community().value(), change.number(), version, by.value(), Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean withdrawEndorsement(Subject change, PersonId by, Instant at) {
        return withdraw("change_endorsement", change, by, at);
    }

    private boolean withdraw(String table, Subject change, PersonId by, Instant at) {
        return sql.sql("update " + table + """
                         set withdrawn = ?
                        where community_id = ? and number = ? and person_id = ? and withdrawn is null
                        """)
                        .params(Timestamp.from(at), change.community().value(), change.number(), by.value())
                        .update()
                > 0;
    }

    List<Endorsement> endorsements(Subject change) {
        return endorsements.get(change, this::readEndorsements);
    }

    private List<Endorsement> readEndorsements(Subject change) {
        return sql.sql(SAID.formatted("change_endorsement"))
                .params(change.community().value(), change.number())
                .query((row, n) -> new Endorsement(
                        Rows.person(row, "person_id"),
                        row.getInt("version"),
                        Rows.instant(row, "at"),
                        row.getBoolean("stands")))
                .list();
    }

    /** The caller holds the change, so numbers do not meet. */
    void raise(Subject change, Concern concern) {
        sql.sql("""
                        insert into change_concern (community_id, number, n, version, person_id, reason, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.community().value(),
                        change.number(),
                        concern.number(),
                        concern.version(),
                        concern.by().value(),
                        concern.reason(),
                        Timestamp.from(concern.at()))
                .update();
    }

    /** By number, settled ones too. */
    List<Concern> concerns(Subject change) {
        return concerns.get(change, this::readConcerns);
    }

    private List<Concern> readConcerns(Subject change) {
        return sql.sql("select * from change_concern where community_id = ? and number = ? order by n")
                .params(change.community().value(), change.number())
                .query((row, n) -> {
                    Instant ended = Rows.instantOrNull(row, "ended");
                    return new Concern(
                            row.getInt("n"),
                            Rows.person(row, "person_id"),
                            row.getInt("version"),
                            row.getString("reason"),
                            Rows.instant(row, "at"),
                            ended == null ? null : ended,
                            row.getLong("overruled_by"));
                })
                .list();
    }

    void resolve(Subject change, int concern, Instant at) {
        sql.sql("""
                        update change_concern set ended = ?
                        where community_id = ? and number = ? and n = ? and ended is null
                        """)
                .params(Timestamp.from(at), change.community().value(), change.number(), concern)
                .update();
    }

    /** @return how many were open */
    int overrule(Subject change, long decision, Instant at) {
        return sql.sql("""
                        update change_concern set ended = ?, overruled_by = ?
                        where community_id = ? and number = ? and ended is null
                        """)
                .params(Timestamp.from(at), decision, change.community().value(), change.number())
                .update();
    }
}
