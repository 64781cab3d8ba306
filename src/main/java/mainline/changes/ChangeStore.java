package mainline.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Rows;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeStore {
    private static final String SELECT = """
            select c.*, d.asked_id, m.person_id merged_by, m.at merged_at, m.alone, w.person_id withdrawn_by,
                w.at withdrawn_at, e.decision, e.person_id enacted_by, e.rule enacted_rule, e.at enacted_at,
                array(select path from change_path p
                    where p.community_id = c.community_id and p.number = c.number order by path) paths,
                array(select person_id from change_coauthor a where a.community_id = c.community_id
                    and a.number = c.number order by at, person_id) coauthors
            from change c
            left join change_draft d on d.community_id = c.community_id and d.number = c.number
            left join change_merge m on m.community_id = c.community_id and m.number = c.number
            left join change_withdrawal w on w.community_id = c.community_id and w.number = c.number
            left join change_enactment e on e.community_id = c.community_id and e.number = c.number
            """;

    private final JdbcClient sql;

    ChangeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param mission the version of the mission whose clause it names */
    void add(Change change, int mission) {
        Subject from = change.from();
        PersonId author = change.author();
        sql.sql("""
                        insert into change (community_id, number, state, title, why, interest, author_id, from_kind,
                            from_number, clause, mission_version, version, at)
                        values (:community, :number, :state, :title, :why, :interest, :author, :kind, :from, :clause,
                            :mission, :version, :at)
                        """)
                .param("community", change.subject().community().value())
                .param("number", change.subject().number())
                .param("state", change.isDraft() ? "DRAFT" : "OPEN")
                .param("title", change.title())
                .param("why", change.why())
                .param("interest", change.interest())
                .param("author", author == null ? null : author.value())
                .param("kind", from == null ? null : from.kind().name())
                .param("from", from == null ? null : from.number())
                .param("clause", change.clause())
                .param("mission", mission)
                .param("version", change.version())
                .param("at", Timestamp.from(change.at()))
                .update();
        touch(change.subject(), change.paths());
        credit(change);
    }

    private void credit(Change change) {
        for (PersonId person : change.coauthors()) {
            sql.sql("""
                            insert into change_coauthor (community_id, number, person_id, at) values (?, ?, ?, ?)
                            on conflict do nothing
                            """)
                    .params(
                            change.subject().community().value(),
                            change.subject().number(),
                            person.value(),
                            Timestamp.from(change.at()))
                    .update();
        }
    }

    private void touch(Subject change, List<String> paths) {
        sql.sql("delete from change_path where community_id = ? and number = ?")
                .params(change.community().value(), change.number())
                .update();
        for (String path : paths) {
            sql.sql("insert into change_path (community_id, number, path) values (?, ?, ?)")
                    .params(change.community().value(), change.number(), path)
                    .update();
        }
    }

    /** Writes a new version's words; it is open from now on, by this author. */
    void revise(Change change, int mission) {
        Subject from = change.from();
        PersonId author = Objects.requireNonNull(change.author());
        sql.sql("""
                        update change set state = 'OPEN', title = :title, why = :why, interest = :interest,
                            author_id = :author, from_kind = :kind, from_number = :from, clause = :clause,
                            mission_version = :mission, version = :version, at = :at
                        where community_id = :community and number = :number
                        """)
                .param("title", change.title())
                .param("why", change.why())
                .param("interest", change.interest())
                .param("author", author.value())
                .param("kind", from == null ? null : from.kind().name())
                .param("from", from == null ? null : from.number())
                .param("clause", change.clause())
                .param("mission", mission)
                .param("version", change.version())
                .param("at", Timestamp.from(change.at()))
                .param("community", change.subject().community().value())
                .param("number", change.subject().number())
                .update();
        touch(change.subject(), change.paths());
        credit(change);
    }

    Optional<Change> find(CommunityId community, long number) {
        return sql.sql(SELECT + "where c.community_id = ? and c.number = ?")
                .params(community.value(), number)
                .query((row, n) -> change(community, row))
                .optional();
    }

    /** By their numbers. */
    Map<Long, Change> all(CommunityId community, Collection<Long> numbers) {
        Map<Long, Change> all = new HashMap<>();
        sql.sql(SELECT + "where c.community_id = ? and c.number = any(?)")
                .params(community.value(), numbers.toArray(Long[]::new))
                .query((RowCallbackHandler) row -> all.put(row.getLong("number"), change(community, row)));
        return all;
    }

    /** When each clause was last named by a change that was not withdrawn. */
    Map<Integer, Instant> latest(CommunityId community) {
        Map<Integer, Instant> latest = new HashMap<>();
        sql.sql("""
                        with recursive served as (
                            (select clause, at from change where community_id = :community and clause > 0 and state <> 'WITHDRAWN'
                                order by clause desc, at desc limit 1)
                            union all
                            select n.clause, n.at from served s, lateral (
                                select clause, at from change where community_id = :community and clause > 0
                                    and clause < s.clause and state <> 'WITHDRAWN'
                                order by clause desc, at desc limit 1) n)
                        select * from served
                        """).param("community", community.value()).query(row -> {
            latest.put(row.getInt("clause"), Rows.instant(row, "at"));
        });
        return latest;
    }

    /** Open changes that name the clause from a version of the mission before that one; by number, after the given. */
    List<Change> citing(CommunityId community, int clause, int mission, long after, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = ? and c.clause = ? and c.mission_version < ? and c.state = 'OPEN'
                            and c.number > ?
                        order by c.number limit ?
                        """)
                .params(community.value(), clause, mission, after, most)
                .query((row, n) -> change(community, row))
                .list();
    }

    /** It serves that clause from that version of the mission on. */
    void cite(Subject change, int clause, int mission) {
        sql.sql("update change set clause = ?, mission_version = ? where community_id = ? and number = ?")
                .params(clause, mission, change.community().value(), change.number())
                .update();
    }

    /** Whether anybody ever proposed or drafted anything here. */
    boolean any(CommunityId community) {
        return sql.sql("select exists (select from change where community_id = ?)")
                .param(community.value())
                .query(Boolean.class)
                .single();
    }

    void lock(Subject change) {
        sql.sql("select number from change where community_id = ? and number = ? for update")
                .params(change.community().value(), change.number())
                .query(Long.class)
                .optional();
    }

    /** Those whose newest version came after that, newest first. */
    List<Change> list(CommunityId community, String state, Instant after, long before, int most) {
        String where = "where c.community_id = ? and c.state = ? and c.at > ? and c.number < ?";
        return sql.sql(SELECT + where + " order by c.number desc limit ?")
                .params(community.value(), state, Timestamp.from(after), before, most)
                .query((row, n) -> change(community, row))
                .list();
    }

    /** This person's changes in that state, newest first. */
    List<Change> by(CommunityId community, PersonId author, String state, long before, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = ? and c.author_id = ? and c.state = ? and c.number < ?
                        order by c.number desc limit ?
                        """)
                .params(community.value(), author.value(), state, before, most)
                .query((row, n) -> change(community, row))
                .list();
    }

    /** The open changes and drafts that touch this file, newest first. */
    List<Change> touching(CommunityId community, String path, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = ? and c.state in ('DRAFT', 'OPEN') and exists (select from change_path p
                            where p.community_id = c.community_id and p.number = c.number and p.path = ?)
                        order by c.number desc limit ?
                        """)
                .params(community.value(), path, most)
                .query((row, n) -> change(community, row))
                .list();
    }

    /**
     * Open changes in this person's areas, by others, that the person has not approved; the oldest first.
     *
     * @param patterns of the paths the person oversees
     */
    List<Change> waitingFor(CommunityId community, PersonId steward, List<String> patterns, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = :community and c.state = 'OPEN' and c.author_id <> :person
                            and not exists (select from change_coauthor a where a.community_id = c.community_id
                                and a.number = c.number and a.person_id = :person)
                            and exists (select from change_path p where p.community_id = c.community_id
                                and p.number = c.number and p.path ~ any(:patterns))
                            and not exists (select from change_approval a
                                join change_version av using (community_id, number, version)
                                join change_version cv on cv.community_id = c.community_id and cv.number = c.number
                                    and cv.version = c.version
                                where a.community_id = c.community_id and a.number = c.number and a.person_id = :person
                                    and a.withdrawn is null and (av.version = cv.version or av.content = cv.content))
                        order by c.number limit :most
                        """)
                .param("community", community.value())
                .param("person", steward.value())
                .param("patterns", patterns.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> change(community, row))
                .list();
    }

    private static Change change(CommunityId community, ResultSet row) throws SQLException {
        String kind = row.getString("from_kind");
        return new Change(
                new Subject(community, Subject.Kind.CHANGE, row.getLong("number")),
                row.getString("title"),
                row.getString("why"),
                row.getString("interest"),
                Rows.personOrNull(row, "author_id"),
                kind == null ? null : new Subject(community, Subject.Kind.valueOf(kind), row.getLong("from_number")),
                row.getInt("clause"),
                row.getInt("version"),
                Rows.instant(row, "at"),
                List.of((String[]) row.getArray("paths").getArray()),
                state(community, row),
                coauthors(row));
    }

    private static Set<PersonId> coauthors(ResultSet row) throws SQLException {
        Set<PersonId> all = new LinkedHashSet<>();
        for (Long id : (Long[]) row.getArray("coauthors").getArray()) all.add(new PersonId(id));
        return all;
    }

    private static Change.State state(CommunityId community, ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "DRAFT" -> new Change.Draft(Rows.personOrNull(row, "asked_id"));
            case "MERGED" ->
                row.getTimestamp("enacted_at") != null
                        ? new Change.Enacted(origin(community, row), Rows.instant(row, "enacted_at"))
                        : new Change.Merged(
                                Rows.person(row, "merged_by"), Rows.instant(row, "merged_at"), row.getBoolean("alone"));
            case "WITHDRAWN" ->
                new Change.Withdrawn(Rows.person(row, "withdrawn_by"), Rows.instant(row, "withdrawn_at"));
            default -> new Change.Open();
        };
    }

    private static Change.Origin origin(CommunityId community, ResultSet row) throws SQLException {
        long decision = row.getLong("decision");
        if (!row.wasNull()) return new Change.ByDecision(new Subject(community, Subject.Kind.DECISION, decision));
        PersonId person = Rows.personOrNull(row, "enacted_by");
        return person == null ? new Change.ByRule(row.getString("enacted_rule")) : new Change.ByPerson(person);
    }
}
