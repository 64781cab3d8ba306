package mainline.results;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrialStore {
    private static final RowMapper<Trial> TRIAL = (row, n) -> trial(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Evidence> evidence;

    TrialStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.evidence = memory.ofThings(MOST_KNOWN);
    }

    void add(Trial trial) {
        sql.sql("""
                        insert into trial (community_id, number, practice_number, person_id, place, day, before, after,
                            happened, keep, at)
                        values (:community, :number, :practice, :person, :place, :day, :before, :after, :happened, :keep, :at)
                        """)
                .param("community", trial.subject().community().value())
                .param("number", trial.subject().number())
                .param("practice", trial.practice().number())
                .param("person", trial.member().value())
                .param("place", trial.place())
                .param("day", Date.valueOf(trial.day()))
                .param("before", trial.before())
                .param("after", trial.after())
                .param("happened", trial.happened())
                .param("keep", trial.keep().name())
                .param("at", Timestamp.from(trial.reported()))
                .update();
    }

    Optional<Trial> find(CommunityId community, long number) {
        return sql.sql("select * from trial where community_id = ? and number = ?")
                .params(community.value(), number)
                .query(TRIAL)
                .optional();
    }

    /** @return false when it was withdrawn already */
    boolean withdraw(Subject trial, Instant at) {
        return sql.sql("update trial set withdrawn = ? where community_id = ? and number = ? and withdrawn is null")
                        .params(Timestamp.from(at), trial.community().value(), trial.number())
                        .update()
                == 1;
    }

    /** Newest first, without those withdrawn. */
    List<Trial> of(Subject practice, long before, int most) {
        return sql.sql("""
                        select * from trial
                        where community_id = ? and practice_number = ? and number < ? and withdrawn is null
                        order by number desc limit ?
                        """)
                .params(practice.community().value(), practice.number(), before, most)
                .query(TRIAL)
                .list();
    }

    /** @param practice its title */
    record Reported(Subject trial, String practice, Instant at) {}

    /** What this person reported of practices whose page matches, the newest first, without those withdrawn. */
    List<Reported> deeds(CommunityId community, PersonId person, String pages, int most) {
        return sql.sql("""
                        select t.number, p.title, t.at from trial t
                        join practice p on p.community_id = t.community_id and p.number = t.practice_number
                        where t.community_id = ? and t.person_id = ? and t.withdrawn is null and p.path ~ ?
                        order by t.number desc limit ?
                        """)
                .params(community.value(), person.value(), pages, most)
                .query((row, n) -> new Reported(
                        new Subject(community, Subject.Kind.TRIAL, row.getLong("number")),
                        row.getString("title"),
                        Rows.instant(row, "at")))
                .list();
    }

    int count(CommunityId community, PersonId person, String pages) {
        return sql.sql("""
                        select count(*) from trial t
                        join practice p on p.community_id = t.community_id and p.number = t.practice_number
                        where t.community_id = ? and t.person_id = ? and t.withdrawn is null and p.path ~ ?
                        """)
                .params(community.value(), person.value(), pages)
                .query(Integer.class)
                .single();
    }

    /** Of each of them, of none too. */
    Map<Long, Evidence> evidence(CommunityId community, Collection<Long> practices) {
        List<Subject> subjects = practices.stream()
                .map(number -> new Subject(community, Subject.Kind.PRACTICE, number))
                .toList();
        Map<Long, Evidence> found = new HashMap<>();
        evidence.all(subjects, missing -> readEvidence(community, missing))
                .forEach((practice, evidence) -> found.put(practice.number(), evidence));
        return found;
    }

    private Map<Subject, Evidence> readEvidence(CommunityId community, Set<Subject> practices) {
        Map<Subject, Evidence> found = new HashMap<>();
        practices.forEach(practice -> found.put(practice, Evidence.NONE));
        sql.sql("""
                        select practice_number, count(*) filter (where keep = 'YES') as yes,
                            count(*) filter (where keep = 'CHANGES') as changes, count(*) filter (where keep = 'NO') as no
                        from trial where community_id = ? and practice_number = any(?) and withdrawn is null
                        group by practice_number
                        """)
                .params(
                        community.value(),
                        practices.stream().map(Subject::number).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new Subject(community, Subject.Kind.PRACTICE, row.getLong("practice_number")),
                            new Evidence(row.getInt("yes"), row.getInt("changes"), row.getInt("no")));
                });
        return found;
    }

    private static Trial trial(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        Instant withdrawn = Rows.instantOrNull(row, "withdrawn");
        return new Trial(
                new Subject(community, Subject.Kind.TRIAL, row.getLong("number")),
                new Subject(community, Subject.Kind.PRACTICE, row.getLong("practice_number")),
                Rows.person(row, "person_id"),
                row.getString("place"),
                row.getDate("day").toLocalDate(),
                row.getString("before"),
                row.getString("after"),
                row.getString("happened"),
                Trial.Keep.valueOf(row.getString("keep")),
                Rows.instant(row, "at"),
                withdrawn == null ? null : withdrawn);
    }
}
