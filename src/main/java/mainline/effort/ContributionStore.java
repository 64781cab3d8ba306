package mainline.effort;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import mainline.platform.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContributionStore {
    private static final RowMapper<Contribution> CONTRIBUTION = (row, n) -> contribution(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Slice, List<Contribution>> lists;
    private final Kept<Subject, Map<LocalDate, Integer>> given;

    ContributionStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.lists = memory.ofSlices(MOST_KNOWN);
        this.given = memory.ofThings(MOST_KNOWN);
    }

    /** @return false when the same person has logged the very same work already */
    boolean add(Contribution contribution) {
        return sql.sql("""
                        insert into contribution (community_id, number, idea_number, person_id, kind, quarters, day, what,
                            evidence, at)
                        values (:community, :number, :idea, :person, :kind, :quarters, :day, :what, :evidence, :at)
                        on conflict do nothing
                        """)
                        .param("community", contribution.subject().community().value())
                        .param("number", contribution.subject().number())
                        .param("idea", contribution.idea().number())
                        .param("person", contribution.member().value())
                        .param("kind", contribution.kind().name())
                        .param("quarters", contribution.hours().quarters())
                        .param("day", Date.valueOf(contribution.day()))
                        .param("what", contribution.what())
                        .param("evidence", contribution.evidence())
                        .param("at", Timestamp.from(contribution.logged()))
                        .update()
                == 1;
    }

    Optional<Contribution> find(CommunityId community, long number) {
        return sql.sql("select * from contribution where community_id = ? and number = ?")
                .params(community.value(), number)
                .query(CONTRIBUTION)
                .optional();
    }

    /** @return false when it was confirmed or withdrawn already */
    boolean confirm(Subject contribution, PersonId by, Instant at) {
        return sql.sql("""
                        update contribution set confirmed = ?, confirmed_by = ?
                        where community_id = ? and number = ? and confirmed is null and withdrawn is null
                        """)
                        .params(
                                Timestamp.from(at),
                                by.value(),
                                contribution.community().value(),
                                contribution.number())
                        .update()
                == 1;
    }

    /** @return false when it was confirmed or withdrawn already */
    boolean withdraw(Subject contribution, Instant at) {
        return sql.sql("""
                        update contribution set withdrawn = ?
                        where community_id = ? and number = ? and confirmed is null and withdrawn is null
                        """)
                        .params(Timestamp.from(at), contribution.community().value(), contribution.number())
                        .update()
                == 1;
    }

    /** Newest first, without those withdrawn. */
    List<Contribution> of(Subject idea, long before, int most) {
        return lists.get(new Slice(idea, before, most), slice -> readList(slice.of(), slice.from(), slice.most()));
    }

    private List<Contribution> readList(Subject idea, long before, int most) {
        return sql.sql("""
                        select * from contribution
                        where community_id = ? and idea_number = ? and number < ? and withdrawn is null
                        order by number desc limit ?
                        """)
                .params(idea.community().value(), idea.number(), before, most)
                .query(CONTRIBUTION)
                .list();
    }

    /** Those that wait for somebody other than this person, without these, oldest first. */
    List<Contribution> waiting(CommunityId community, PersonId notOf, Collection<Long> without, long after, int most) {
        return sql.sql("""
                        select * from contribution
                        where community_id = ? and number > ? and confirmed is null and withdrawn is null and person_id <> ?
                            and number <> all(?)
                        order by number limit ?
                        """)
                .params(community.value(), after, notOf.value(), without.toArray(Long[]::new), most)
                .query(CONTRIBUTION)
                .list();
    }

    boolean hasWorked(Subject idea, PersonId person) {
        return sql.sql("""
                        select exists (select from contribution
                        where community_id = ? and idea_number = ? and person_id = ? and confirmed is not null)
                        """)
                .params(idea.community().value(), idea.number(), person.value())
                .query(Boolean.class)
                .single();
    }

    /** Confirmed quarter hours by the day of the work. */
    Map<LocalDate, Integer> given(Subject idea) {
        return given.get(idea, this::readGiven);
    }

    private Map<LocalDate, Integer> readGiven(Subject idea) {
        Map<LocalDate, Integer> days = new TreeMap<>();
        sql.sql("""
                        select day, sum(quarters) as quarters from contribution
                        where community_id = ? and idea_number = ? and confirmed is not null group by day
                        """).params(idea.community().value(), idea.number()).query(row -> {
            days.put(row.getDate("day").toLocalDate(), row.getInt("quarters"));
        });
        return days;
    }

    private static Contribution contribution(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        return new Contribution(
                new Subject(community, Subject.Kind.CONTRIBUTION, row.getLong("number")),
                new Subject(community, Subject.Kind.IDEA, row.getLong("idea_number")),
                Rows.person(row, "person_id"),
                EffortKind.valueOf(row.getString("kind")),
                new Hours(row.getInt("quarters")),
                row.getDate("day").toLocalDate(),
                row.getString("what"),
                row.getString("evidence"),
                Rows.instant(row, "at"),
                state(row));
    }

    private static Contribution.State state(ResultSet row) throws SQLException {
        Instant confirmed = Rows.instantOrNull(row, "confirmed");
        if (confirmed != null) return new Contribution.Confirmed(confirmed, Rows.person(row, "confirmed_by"));
        Instant withdrawn = Rows.instantOrNull(row, "withdrawn");
        return withdrawn == null ? new Contribution.Waiting() : new Contribution.Withdrawn(withdrawn);
    }
}
