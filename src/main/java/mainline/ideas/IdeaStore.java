package mainline.ideas;

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
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdeaStore {
    private static final String SELECT = """
            select i.*, w.at as withdrawn_at, w.person_id as withdrawn_by, w.why, a.at as adopted_at, a.project
            from idea i
            left join idea_withdrawal w on w.community_id = i.community_id and w.number = i.number
            left join idea_adoption a on a.community_id = i.community_id and a.number = i.number
            """;

    private static final int MOST_KNOWN = 5_000;

    private final JdbcClient sql;
    private final Kept<Subject, Idea> known;

    IdeaStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.known = memory.ofThings(MOST_KNOWN);
    }

    Optional<Idea> find(CommunityId community, long number) {
        return known.find(subject(community, number), () -> read(community, number));
    }

    private static Subject subject(CommunityId community, long number) {
        return new Subject(community, Subject.Kind.IDEA, number);
    }

    private Optional<Idea> read(CommunityId community, long number) {
        return sql.sql(SELECT + "where i.community_id = ? and i.number = ?")
                .params(community.value(), number)
                .query((row, n) -> idea(community, row))
                .optional();
    }

    /** In no order. */
    Collection<Idea> all(CommunityId community, Collection<Long> numbers) {
        List<Subject> subjects =
                numbers.stream().map(number -> subject(community, number)).toList();
        return known.all(
                        subjects,
                        missing -> readAll(
                                        community,
                                        missing.stream().map(Subject::number).toList())
                                .stream()
                                .collect(Collectors.toMap(Idea::subject, idea -> idea)))
                .values();
    }

    private List<Idea> readAll(CommunityId community, Collection<Long> numbers) {
        return sql.sql(SELECT + "where i.community_id = ? and i.number = any(?)")
                .params(community.value(), numbers.toArray(Long[]::new))
                .query((row, n) -> idea(community, row))
                .list();
    }

    /** Holds the idea until the act is over, so that nobody changes its state meanwhile. */
    void lock(Subject idea) {
        sql.sql("select number from idea where community_id = ? and number = ? for update")
                .params(idea.community().value(), idea.number())
                .query(Long.class)
                .optional();
    }

    /** Newest first. */
    List<Idea> newest(CommunityId community, long before, int most) {
        return sql.sql(SELECT + "where i.community_id = ? and i.number < ? order by i.number desc limit ?")
                .params(community.value(), before, most)
                .query((row, n) -> idea(community, row))
                .list();
    }

    /** This person's, newest first. */
    List<Idea> by(CommunityId community, PersonId author, long before, int most) {
        return sql.sql(
                        SELECT
                                + "where i.community_id = ? and i.person_id = ? and i.number < ? order by i.number desc limit ?")
                .params(community.value(), author.value(), before, most)
                .query((row, n) -> idea(community, row))
                .list();
    }

    /** The numbers of the newest, before the given one; of one clause where it is given. */
    List<Long> newestNumbers(CommunityId community, @Nullable Integer clause, long before, int most) {
        String where = "where community_id = :community and number < :before"
                + (clause == null ? "" : " and clause = :clause");
        return sql.sql("select number from idea " + where + " order by number desc limit :most")
                .param("community", community.value())
                .param("before", before)
                .param("clause", clause)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    /** @param mission the version of the mission whose clause it cites */
    void add(Subject idea, Wording wording, int mission, PersonId author, Instant at) {
        sql.sql("""
                        insert into idea (community_id, number, person_id, title, text, clause, mission_version, interest,
                            published_at, changed_at)
                        values (:community, :number, :author, :title, :text, :clause, :mission, :interest, :at, :at)
                        """)
                .param("community", idea.community().value())
                .param("number", idea.number())
                .param("author", author.value())
                .param("title", wording.title())
                .param("text", wording.text())
                .param("clause", wording.clause())
                .param("mission", mission)
                .param("interest", wording.interest())
                .param("at", Timestamp.from(at))
                .update();
    }

    void edit(Idea before, Wording wording, int mission, Instant at) {
        sql.sql("""
                        insert into idea_version (community_id, number, version, title, text, clause, interest, at)
                        select community_id, number, version, title, text, clause, interest, changed_at
                        from idea where community_id = ? and number = ?
                        """)
                .params(before.subject().community().value(), before.subject().number())
                .update();
        sql.sql("""
                        update idea set title = :title, text = :text, clause = :clause, mission_version = :mission,
                            interest = :interest,
                            version = version + 1, changed_at = :at
                        where community_id = :community and number = :number
                        """)
                .param("title", wording.title())
                .param("text", wording.text())
                .param("clause", wording.clause())
                .param("mission", mission)
                .param("interest", wording.interest())
                .param("at", Timestamp.from(at))
                .param("community", before.subject().community().value())
                .param("number", before.subject().number())
                .update();
    }

    /** It cites the same clause as before, from that version of the mission. */
    void uphold(Subject idea, int mission) {
        sql.sql("update idea set mission_version = ? where community_id = ? and number = ?")
                .params(mission, idea.community().value(), idea.number())
                .update();
    }

    /** Not withdrawn, citing the clause from a version of the mission before that one; by number, after the given. */
    List<Idea> citing(CommunityId community, int clause, int version, long after, int most) {
        return sql.sql(SELECT + """
                        where i.community_id = ? and i.clause = ? and i.mission_version < ? and i.number > ?
                            and w.number is null
                        order by i.number limit ?
                        """)
                .params(community.value(), clause, version, after, most)
                .query((row, n) -> idea(community, row))
                .list();
    }

    /** When each clause was last named by a new idea; a step in the index for each clause, however many ideas there are. */
    Map<Integer, Instant> latest(CommunityId community) {
        Map<Integer, Instant> latest = new HashMap<>();
        sql.sql("""
                        with recursive served as (
                            (select clause, published_at from idea where community_id = :community
                                order by clause desc, published_at desc limit 1)
                            union all
                            select n.clause, n.published_at from served s, lateral (
                                select clause, published_at from idea
                                where community_id = :community and clause < s.clause
                                order by clause desc, published_at desc limit 1) n)
                        select * from served
                        """).param("community", community.value()).query(row -> {
            latest.put(row.getInt("clause"), Rows.instant(row, "published_at"));
        });
        return latest;
    }

    /** Earlier versions, oldest first. */
    List<Version> earlier(Subject idea) {
        return sql.sql("select * from idea_version where community_id = ? and number = ? order by version")
                .params(idea.community().value(), idea.number())
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        new Wording(
                                row.getString("title"),
                                row.getString("text"),
                                row.getInt("clause"),
                                row.getString("interest")),
                        Rows.instant(row, "at")))
                .list();
    }

    void withdraw(Subject idea, PersonId by, String why, Instant at) {
        sql.sql("insert into idea_withdrawal (community_id, number, at, person_id, why) values (?, ?, ?, ?, ?)")
                .params(idea.community().value(), idea.number(), Timestamp.from(at), by.value(), why)
                .update();
    }

    void reopen(Subject idea) {
        sql.sql("delete from idea_withdrawal where community_id = ? and number = ?")
                .params(idea.community().value(), idea.number())
                .update();
    }

    void adopt(Subject idea, Subject project, Instant at) {
        sql.sql("insert into idea_adoption (community_id, number, at, project) values (?, ?, ?, ?)")
                .params(idea.community().value(), idea.number(), Timestamp.from(at), project.number())
                .update();
    }

    private static Idea idea(CommunityId community, ResultSet row) throws SQLException {
        return new Idea(
                new Subject(community, Subject.Kind.IDEA, row.getLong("number")),
                row.getString("title"),
                row.getString("text"),
                row.getInt("clause"),
                row.getInt("mission_version"),
                row.getString("interest"),
                Rows.person(row, "person_id"),
                row.getInt("version"),
                Rows.instant(row, "published_at"),
                Rows.instant(row, "changed_at"),
                state(community, row));
    }

    private static Idea.State state(CommunityId community, ResultSet row) throws SQLException {
        Instant withdrawn = Rows.instantOrNull(row, "withdrawn_at");
        if (withdrawn != null)
            return new Idea.Withdrawn(withdrawn, Rows.person(row, "withdrawn_by"), row.getString("why"));
        Instant adopted = Rows.instantOrNull(row, "adopted_at");
        if (adopted != null)
            return new Idea.Adopted(adopted, new Subject(community, Subject.Kind.PROJECT, row.getLong("project")));
        return new Idea.Open();
    }

    record Version(int number, Wording wording, Instant at) {}
}
