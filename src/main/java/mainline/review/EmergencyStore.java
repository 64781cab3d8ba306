package mainline.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
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

/** Calls of emergency, what was merged by them, and who looked at it afterwards. */
@Repository
class EmergencyStore {
    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, List<Call>> calls;
    private final Kept<Subject, Optional<Merge>> merge;

    EmergencyStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.calls = memory.ofThings(MOST_KNOWN);
        this.merge = memory.ofThings(MOST_KNOWN);
    }

    /** A steward's word that a change cannot wait. */
    record Call(PersonId by, String reason, boolean skipsChecks, Instant at) {}

    /**
     * A change that was merged by two calls.
     *
     * @param skipped the rules that were not satisfied
     * @param reviewer null until somebody has looked
     */
    record Merge(
            Subject change,
            PersonId first,
            PersonId second,
            List<MergeRule.Name> skipped,
            Instant at,
            @Nullable PersonId reviewer,
            @Nullable Instant reviewed,
            String note) {
        boolean isBy(PersonId person) {
            return first.equals(person) || second.equals(person);
        }
    }

    /** Calling again says it anew. */
    void call(Subject change, int version, Call call) {
        withdraw(change, call.by(), call.at());
        sql.sql("""
                        insert into change_emergency (community_id, number, version, person_id, reason, skips_checks, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        change.community().value(),
                        change.number(),
                        version,
                        call.by().value(),
                        call.reason(),
                        call.skipsChecks(),
                        Timestamp.from(call.at()))
                .update();
    }

    boolean withdraw(Subject change, PersonId by, Instant at) {
        return sql.sql("""
                        update change_emergency set withdrawn = ?
                        where community_id = ? and number = ? and person_id = ? and withdrawn is null
                        """)
                        .params(Timestamp.from(at), change.community().value(), change.number(), by.value())
                        .update()
                > 0;
    }

    /** Those that stand: not taken back, and about the same content as the change has now. */
    List<Call> calls(Subject change) {
        return calls.get(change, this::readCalls);
    }

    private List<Call> readCalls(Subject change) {
        return sql.sql("""
                        select e.* from change_emergency e
                        join change c using (community_id, number)
                        join change_version ev on ev.community_id = c.community_id and ev.number = c.number
                            and ev.version = e.version
                        join change_version cv on cv.community_id = c.community_id and cv.number = c.number
                            and cv.version = c.version
                        where e.community_id = ? and e.number = ? and e.withdrawn is null
                            and (ev.version = cv.version or ev.content = cv.content)
                        order by e.at, e.person_id
                        """)
                .params(change.community().value(), change.number())
                .query((row, n) -> new Call(
                        Rows.person(row, "person_id"),
                        row.getString("reason"),
                        row.getBoolean("skips_checks"),
                        Rows.instant(row, "at")))
                .list();
    }

    void merged(Merge merge) {
        sql.sql("""
                        insert into change_emergency_merge (community_id, number, first_id, second_id, skipped, at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        merge.change().community().value(),
                        merge.change().number(),
                        merge.first().value(),
                        merge.second().value(),
                        merge.skipped().stream().map(MergeRule.Name::code).toArray(String[]::new),
                        Timestamp.from(merge.at()))
                .update();
    }

    Optional<Merge> merge(Subject change) {
        return merge.get(change, this::readMerge);
    }

    private Optional<Merge> readMerge(Subject change) {
        return merges(change.community(), "m.number = ?", change.number(), 1).stream()
                .findFirst();
    }

    /** Those nobody looked at yet, newest first, before that number. */
    List<Merge> open(CommunityId community, long before, int most) {
        return merges(community, "r.at is null and m.number < ?", before, most);
    }

    private List<Merge> merges(CommunityId community, String which, long number, int most) {
        return sql.sql("""
                        select m.*, r.person_id reviewer, r.at reviewed, coalesce(r.note, '') note
                        from change_emergency_merge m
                        left join change_emergency_review r using (community_id, number)
                        where m.community_id = ? and\s""" + which + " order by m.number desc limit ?")
                .params(community.value(), number, most)
                .query((row, n) -> {
                    long reviewer = row.getLong("reviewer");
                    Instant reviewed = Rows.instantOrNull(row, "reviewed");
                    return new Merge(
                            new Subject(community, Subject.Kind.CHANGE, row.getLong("number")),
                            Rows.person(row, "first_id"),
                            Rows.person(row, "second_id"),
                            Arrays.stream((String[]) row.getArray("skipped").getArray())
                                    .map(MergeRule.Name::of)
                                    .toList(),
                            Rows.instant(row, "at"),
                            reviewed == null ? null : new PersonId(reviewer),
                            reviewed == null ? null : reviewed,
                            row.getString("note"));
                })
                .list();
    }

    /** @return false when somebody looked already */
    boolean review(Subject change, PersonId by, String note, Instant at) {
        return sql.sql("""
                        insert into change_emergency_review (community_id, number, person_id, note, at)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(change.community().value(), change.number(), by.value(), note, Timestamp.from(at))
                        .update()
                == 1;
    }
}
