package mainline.projects;

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
import java.util.stream.Collectors;
import mainline.ideas.Idea;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProjectStore {
    private static final String SELECT = """
            select p.*, c.person_id as convener, c.since, o.person_id as offered_to, o.at as offered_at,
                e.at as ended_at, e.how,
                (select review from project_plan l where l.community_id = p.community_id and l.project_number = p.number
                    order by version desc limit 1) as review
            from project p
            left join convener c on c.community_id = p.community_id and c.project_number = p.number and c.until is null
            left join convener_offer o on o.community_id = p.community_id and o.project_number = p.number
            left join project_end e on e.community_id = p.community_id and e.project_number = p.number
            """;
    private static final RowMapper<Project> PROJECT = (row, n) -> project(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Subject, Project> known;

    ProjectStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.known = memory.ofThings(MOST_KNOWN);
    }

    void add(Subject project, Idea idea, Instant started) {
        sql.sql(
                        "insert into project (community_id, number, idea_number, title, clause, started) values (?, ?, ?, ?, ?, ?)")
                .params(
                        project.community().value(),
                        project.number(),
                        idea.subject().number(),
                        idea.title(),
                        idea.clause(),
                        Timestamp.from(started))
                .update();
    }

    Optional<Project> find(CommunityId community, long number) {
        return known.find(new Subject(community, Subject.Kind.PROJECT, number), () -> read(community, number));
    }

    private Optional<Project> read(CommunityId community, long number) {
        return sql.sql(SELECT + "where p.community_id = ? and p.number = ?")
                .params(community.value(), number)
                .query(PROJECT)
                .optional();
    }

    Map<Long, Project> all(CommunityId community, Collection<Long> numbers) {
        return sql
                .sql(SELECT + "where p.community_id = ? and p.number = any(?)")
                .params(community.value(), numbers.toArray(Long[]::new))
                .query(PROJECT)
                .list()
                .stream()
                .collect(Collectors.toMap(project -> project.subject().number(), project -> project));
    }

    List<Project> newest(CommunityId community, long before, int most) {
        return sql.sql(SELECT + "where p.community_id = ? and p.number < ? order by p.number desc limit ?")
                .params(community.value(), before, most)
                .query(PROJECT)
                .list();
    }

    /**
     * Those this person convenes or has a task of, and those that carry one of these ideas out; newest first.
     *
     * @param ideas by their numbers
     */
    List<Project> by(CommunityId community, PersonId person, Collection<Long> ideas, long before, int most) {
        return sql.sql(SELECT + """
                        where p.community_id = :community and p.number < :before and p.number in (
                            select project_number from convener
                            where community_id = :community and person_id = :person and until is null
                            union
                            select t.project_number from task_claim k
                            join task t on t.community_id = k.community_id and t.number = k.task_number
                            where k.community_id = :community and k.person_id = :person and k.until is null
                            union
                            select number from project
                            where community_id = :community and idea_number = any(:ideas))
                        order by p.number desc limit :most
                        """)
                .param("community", community.value())
                .param("person", person.value())
                .param("ideas", ideas.toArray(Long[]::new))
                .param("before", before)
                .param("most", most)
                .query(PROJECT)
                .list();
    }

    List<Project> convenedBy(CommunityId community, PersonId person, int most) {
        return sql.sql(SELECT + """
                        where c.community_id = ? and c.person_id = ? and e.at is null
                        order by p.number desc limit ?
                        """)
                .params(community.value(), person.value(), most)
                .query(PROJECT)
                .list();
    }

    List<Project> offeredTo(CommunityId community, PersonId person, int most) {
        return sql.sql(SELECT + """
                        where o.community_id = ? and o.person_id = ? and e.at is null
                        order by p.number desc limit ?
                        """)
                .params(community.value(), person.value(), most)
                .query(PROJECT)
                .list();
    }

    void lock(Subject project) {
        sql.sql("select number from project where community_id = ? and number = ? for update")
                .params(project.community().value(), project.number())
                .query(Long.class)
                .optional();
    }

    void offer(Subject project, PersonId person, Instant at) {
        sql.sql("""
                        insert into convener_offer (community_id, project_number, person_id, at) values (?, ?, ?, ?)
                        on conflict (community_id, project_number) do update
                        set person_id = excluded.person_id, at = excluded.at
                        """)
                .params(project.community().value(), project.number(), person.value(), Timestamp.from(at))
                .update();
    }

    void dropOffer(Subject project) {
        sql.sql("delete from convener_offer where community_id = ? and project_number = ?")
                .params(project.community().value(), project.number())
                .update();
    }

    /** Puts this person in the convener's place, after whoever had it. */
    void convene(Subject project, PersonId person, Instant since) {
        sql.sql("update convener set until = ? where community_id = ? and project_number = ? and until is null")
                .params(Timestamp.from(since), project.community().value(), project.number())
                .update();
        sql.sql("insert into convener (community_id, project_number, person_id, since) values (?, ?, ?, ?)")
                .params(project.community().value(), project.number(), person.value(), Timestamp.from(since))
                .update();
    }

    void end(Subject project, String how, Instant at) {
        sql.sql("insert into project_end (community_id, project_number, at, how) values (?, ?, ?, ?)")
                .params(project.community().value(), project.number(), Timestamp.from(at), how)
                .update();
    }

    private static Project project(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        Date review = row.getDate("review");
        return new Project(
                new Subject(community, Subject.Kind.PROJECT, row.getLong("number")),
                new Subject(community, Subject.Kind.IDEA, row.getLong("idea_number")),
                row.getString("title"),
                row.getInt("clause"),
                Rows.instant(row, "started"),
                convener(row),
                offer(row),
                review == null ? null : review.toLocalDate(),
                end(row));
    }

    private static Project.@Nullable Convener convener(ResultSet row) throws SQLException {
        Instant since = Rows.instantOrNull(row, "since");
        return since == null ? null : new Project.Convener(Rows.person(row, "convener"), since);
    }

    private static Project.@Nullable Offer offer(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "offered_at");
        return at == null ? null : new Project.Offer(Rows.person(row, "offered_to"), at);
    }

    private static Project.@Nullable End end(ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "ended_at");
        return at == null ? null : new Project.End(at, row.getString("how"));
    }

    /** The project follows its idea. */
    void serve(Subject idea, int clause) {
        sql.sql("update project set clause = ? where community_id = ? and idea_number = ?")
                .params(clause, idea.community().value(), idea.number())
                .update();
    }

    /** A step in the index for each clause, however many projects there are. */
    Map<Integer, Instant> latest(CommunityId community) {
        Map<Integer, Instant> latest = new HashMap<>();
        sql.sql("""
                        with recursive served as (
                            (select clause, started from project where community_id = :community
                                order by clause desc, started desc limit 1)
                            union all
                            select n.clause, n.started from served s, lateral (
                                select clause, started from project
                                where community_id = :community and clause < s.clause
                                order by clause desc, started desc limit 1) n)
                        select * from served
                        """).param("community", community.value()).query(row -> {
            latest.put(row.getInt("clause"), Rows.instant(row, "started"));
        });
        return latest;
    }
}
