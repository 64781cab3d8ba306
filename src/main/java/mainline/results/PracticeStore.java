package mainline.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainline.kernel.CommunityId;
import mainline.kernel.PersonId;
import mainline.kernel.Subject;
import mainline.platform.Kept;
import mainline.platform.Memory;
import mainline.platform.Rows;
import mainline.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PracticeStore {
    private static final RowMapper<Practice> PRACTICE = (row, n) -> practice(row);

    private static final int MOST_KNOWN = 2_000;

    private final JdbcClient sql;
    private final Kept<Slice, List<Practice>> known;

    PracticeStore(JdbcClient sql, Memory memory) {
        this.sql = sql;
        this.known = memory.ofSlices(MOST_KNOWN);
    }

    Optional<Practice> find(CommunityId community, long number) {
        return sql.sql("select * from practice where community_id = ? and number = ?")
                .params(community.value(), number)
                .query(PRACTICE)
                .optional();
    }

    Optional<Practice> at(CommunityId community, String page) {
        return sql.sql("select * from practice where community_id = ? and path = ?")
                .params(community.value(), page)
                .query(PRACTICE)
                .optional();
    }

    /** The practices a project brought about, newest first. */
    List<Practice> of(Subject project, int most) {
        return known.get(new Slice(project, 0, most), slice -> read(slice.of(), slice.most()));
    }

    private List<Practice> read(Subject project, int most) {
        return sql.sql(
                        "select * from practice where community_id = ? and project_number = ? order by number desc limit ?")
                .params(project.community().value(), project.number(), most)
                .query(PRACTICE)
                .list();
    }

    List<Practice> newest(CommunityId community, long before, int most) {
        return sql.sql("select * from practice where community_id = ? and number < ? order by number desc limit ?")
                .params(community.value(), before, most)
                .query(PRACTICE)
                .list();
    }

    /** Practices that grew out of these ideas and on which this person has reported no trial. */
    List<Practice> untried(CommunityId community, Collection<Long> ideas, PersonId person, int most) {
        return sql.sql("""
                        select p.* from practice p
                        where p.community_id = ? and p.idea_number = any(?) and not exists (
                            select from trial t where t.community_id = p.community_id
                            and t.practice_number = p.number and t.person_id = ? and t.withdrawn is null)
                        order by p.number desc limit ?
                        """)
                .params(community.value(), ideas.toArray(Long[]::new), person.value(), most)
                .query(PRACTICE)
                .list();
    }

    void add(
            Subject practice,
            String page,
            String title,
            @Nullable Subject project,
            @Nullable Subject idea,
            Instant at) {
        sql.sql("""
                        insert into practice (community_id, number, path, title, project_number, idea_number, at)
                        values (:community, :number, :path, :title, :project, :idea, :at)
                        """)
                .param("community", practice.community().value())
                .param("number", practice.number())
                .param("path", page)
                .param("title", title)
                .param("project", project == null ? null : project.number())
                .param("idea", idea == null ? null : idea.number())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Gives it the page's present title and, where one is given, the project that now works on it. */
    void refresh(Subject practice, String title, @Nullable Subject project, @Nullable Subject idea) {
        sql.sql("""
                        update practice set title = :title,
                            project_number = coalesce(:project::bigint, project_number),
                            idea_number = coalesce(:idea::bigint, idea_number)
                        where community_id = :community and number = :number
                        """)
                .param("title", title)
                .param("project", project == null ? null : project.number())
                .param("idea", idea == null ? null : idea.number())
                .param("community", practice.community().value())
                .param("number", practice.number())
                .update();
    }

    private static Practice practice(ResultSet row) throws SQLException {
        CommunityId community = Rows.community(row);
        long project = row.getLong("project_number");
        return new Practice(
                new Subject(community, Subject.Kind.PRACTICE, row.getLong("number")),
                row.getString("path"),
                row.getString("title"),
                project == 0 ? null : new Subject(community, Subject.Kind.PROJECT, project),
                Rows.instant(row, "at"));
    }

    /** The ideas that practices grew out of most recently, with when the last of them did. */
    Map<Long, Instant> latestOfIdeas(CommunityId community, int most) {
        Map<Long, Instant> latest = new HashMap<>();
        sql.sql("""
                        select idea_number, at from practice where community_id = ? and idea_number is not null
                        order by number desc limit ?
                        """).params(community.value(), most).query(row -> {
            latest.putIfAbsent(row.getLong("idea_number"), Rows.instant(row, "at"));
        });
        return latest;
    }
}
